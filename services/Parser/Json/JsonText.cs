using System.Collections.Frozen;
using System.Text.Json;
using Ingest.Parser.Tables.Columns;
using Ingest.Parser.Tables.Records;

namespace Ingest.Parser.Json;

/// <summary>The paragraphs of a text that data holds in parts: sections with headings, blocks with types, rendered HTML.</summary>
internal static class JsonText
{
    private const int Deepest = 12;

    // What describes the parts, and is no text.
    private static readonly FrozenSet<string> Facts = (
        "type subtype kind role id _id key name class style rel href url uri src link image imageurl fullcaption credit caption lang language format mime mimetype contenturl width height " +
        "align author bio summary date published updated protected version level tag tags slug alt").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // Parts that other fields of the record repeat, or that are pictures.
    private static readonly FrozenSet<string> OtherParts = "image picture photo video gallery title kicker byline date authorinfo ad advertisement embed tweet deck related inlinepromo correction list_of_links".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static void Collect(JsonElement value, List<string> into, int depth)
    {
        if (depth > Deepest)
        {
            return;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.String when value.GetString() is { } text && !Nothing.Is(text):
                into.Add(text);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Collect(item, into, depth + 1);
                }

                break;
            case JsonValueKind.Object when !(value.Text("type") is { } type && OtherParts.Contains(ColumnName.Normalised(type))):
                foreach (var property in value.EnumerateObject())
                {
                    if (!Facts.Contains(property.Name.ToLowerInvariant()))
                    {
                        Collect(property.Value, into, depth + 1);
                    }
                }

                break;
        }
    }
}
