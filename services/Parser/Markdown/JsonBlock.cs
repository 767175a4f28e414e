using System.Text.Json;

namespace Ingest.Parser.Markdown;

/// <summary>JSON front matter: an object by itself, with the text behind it.</summary>
internal static class JsonBlock
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 16 };

    /// <summary>The keys of a block between fences.</summary>
    public static FrontMatter? Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            var matter = new FrontMatter();
            Add(matter, "", document.RootElement);
            return matter;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The keys of an object that a text follows; null when the file is JSON altogether.</summary>
    public static (FrontMatter Matter, int Length)? ReadBefore(ReadOnlySpan<char> text)
    {
        // The brace has a line of its own, and so has the one that ends the object.
        var head = text[..Math.Min(text.Length, FrontMatter.Longest)];
        if (head.Length < 2 || head[1] is not ('\n' or '\r') || head.IndexOf("\n}") is not (var end and > 0))
        {
            return null;
        }

        var length = end + 2;
        var rest = text[length..].TrimStart();
        return rest.IsEmpty || rest[0] is '{' or '[' or ',' or '}' || Read(text[..length].ToString()) is not { } matter ? null : (matter, length);
    }

    private static void Add(FrontMatter matter, string key, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    Add(matter, key.Length == 0 ? property.Name : key + "." + property.Name, property.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Add(matter, key, item);
                }

                break;
            case JsonValueKind.String or JsonValueKind.Number:
                matter.Add(key, value.ToString());
                break;
        }
    }
}
