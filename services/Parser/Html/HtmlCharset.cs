using System.Buffers;
using System.Text;
using Ingest.Parser.Text;

namespace Ingest.Parser.Html;

/// <summary>
/// The charset of a page: a byte order mark, UTF-8 where the bytes are, then what the page declares, if its bytes are valid in
/// it, and only then statistics.
/// </summary>
internal static class HtmlCharset
{
    /// <summary>Browsers look for the declaration in the first kilobyte; pages put it later.</summary>
    private const int HeadBytes = 8_192;

    private static readonly SearchValues<char> AfterName = SearchValues.Create(" \"';>/\r\n\t");

    /// <summary>The text as declared, or <paramref name="guessed"/> where nothing usable is declared.</summary>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, DecodedText guessed)
    {
        // What is valid UTF-8 is UTF-8: a declaration to the contrary was left over when the page was saved.
        if (!guessed.Encoding.StartsWith("detected:", StringComparison.Ordinal) || Declared(bytes[..Math.Min(bytes.Length, HeadBytes)]) is not { } name)
        {
            return guessed;
        }

        return StatedCharset.Decode(bytes, name, "declared") ?? guessed;
    }

    private static string? Declared(ReadOnlySpan<byte> head)
    {
        Span<char> text = new char[head.Length];
        Encoding.Latin1.GetChars(head, text);
        for (var rest = (ReadOnlySpan<char>)text; ;)
        {
            var at = rest.IndexOf("charset", StringComparison.OrdinalIgnoreCase);
            var xml = rest.IndexOf("encoding=", StringComparison.OrdinalIgnoreCase);
            if (at < 0 && !(xml >= 0 && text.TrimStart().StartsWith("<?xml")))
            {
                return null;
            }

            rest = at >= 0 ? rest[(at + 7)..].TrimStart() : rest[(xml + 8)..];
            if (rest is not ['=', ..])
            {
                continue;
            }

            var value = rest[1..].TrimStart(" \"'");
            var length = value.IndexOfAny(AfterName);
            return length is > 0 and < 40 ? value[..length].ToString() : null;
        }
    }
}
