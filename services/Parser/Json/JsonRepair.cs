using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Ingest.Parser.Json;

/// <summary>
/// Parses JSON, and what programs write that is nearly JSON: <c>NaN</c> and <c>Infinity</c> for missing numbers, line breaks and
/// tabs inside of texts, halves of characters.
/// </summary>
internal static class JsonRepair
{
    public static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 128 };

    /// <summary>The document; null when it is broken beyond that.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<char> text)
    {
        // Whatever has half a character in it would fail only when the value is read.
        if (!text.Span.Contains("\\ud", StringComparison.OrdinalIgnoreCase))
        {
            try
            {
                return JsonDocument.Parse(text, Options);
            }
            catch (JsonException)
            {
                // Looked at again below.
            }
        }

        try
        {
            return JsonDocument.Parse(Repaired(text.Span).AsMemory(), Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Repaired(ReadOnlySpan<char> text)
    {
        var repaired = new StringBuilder(text.Length + 16);
        var inside = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"')
            {
                inside = !inside;
                repaired.Append(c);
            }
            else if (inside && c == '\\' && i + 1 < text.Length)
            {
                i += Escape(text[i..], repaired) - 1;
            }
            else if (inside && c < ' ')
            {
                repaired.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else if (!inside && c is 'N' or 'I' or '-' && Word(text[i..]) is var length and > 0)
            {
                repaired.Append("null");
                i += length - 1;
            }
            else
            {
                repaired.Append(c);
            }
        }

        return repaired.ToString();
    }

    private static int Word(ReadOnlySpan<char> text) =>
        text.StartsWith("NaN", StringComparison.Ordinal) ? 3 : text.StartsWith("Infinity", StringComparison.Ordinal) ? 8 : text.StartsWith("-Infinity", StringComparison.Ordinal) ? 9 : 0;

    /// <summary>Copies an escape, or the character for "unknown" in the place of half of one; gives its length.</summary>
    private static int Escape(ReadOnlySpan<char> text, StringBuilder repaired)
    {
        var first = Unit(text);
        if (first < 0 || !char.IsSurrogate((char)first))
        {
            // An escape that JSON does not have is the character.
            repaired.Append("\"\\/bfnrtu".Contains(text[1], StringComparison.Ordinal) ? "\\" : "\\\\").Append(text[1]);
            return 2;
        }

        if (char.IsHighSurrogate((char)first) && Unit(text[6..]) is var second and >= 0 && char.IsLowSurrogate((char)second))
        {
            repaired.Append((char)first).Append((char)second);
            return 12;
        }

        repaired.Append('\uFFFD');
        return 6;
    }

    private static int Unit(ReadOnlySpan<char> text) =>
        text is ['\\', 'u', ..] && text.Length >= 6 && int.TryParse(text[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? unit : -1;
}
