using System.Globalization;
using System.Text.Json;

namespace Ingest.Parser.Json;

/// <summary>Reads values that may be missing or of another kind than expected.</summary>
internal static class JsonValues
{
    /// <summary>A property by its name, case aside; null when there is none or it is null.</summary>
    public static JsonElement? Property(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (element.TryGetProperty(name, out var exact))
        {
            return exact.ValueKind == JsonValueKind.Null ? null : exact;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && property.Value.ValueKind != JsonValueKind.Null)
            {
                return property.Value;
            }
        }

        return null;
    }

    /// <summary>A property's text, or its number as text.</summary>
    public static string? Text(this JsonElement element, string name) => element.Property(name) is { } value ? value.Text() : null;

    /// <summary>A value's text, or its number as text; null of anything else.</summary>
    public static string? Text(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText().ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>The texts of a list, or the one text where there is no list.</summary>
    public static IEnumerable<string> Strings(this JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? value.EnumerateArray().Select(item => item.Text()).OfType<string>()
        : value.Text() is { } one ? [one] : [];

    /// <summary>The objects of a list, or the one object, or the values of a dictionary of objects.</summary>
    public static IEnumerable<JsonElement> Objects(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object),
        JsonValueKind.Object => value.EnumerateObject().Select(property => property.Value).Where(item => item.ValueKind == JsonValueKind.Object),
        _ => [],
    };
}
