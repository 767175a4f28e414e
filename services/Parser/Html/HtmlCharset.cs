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

        try
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            var encoding = Encoding.GetEncoding(Web(name), EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            return new DecodedText(encoding.GetString(bytes), "declared:" + encoding.WebName);
        }
        catch (Exception exception) when (exception is ArgumentException or DecoderFallbackException or NotSupportedException)
        {
            return guessed;
        }
    }

    /// <summary>Names for which the web means the larger Windows charset.</summary>
    private static string Web(string name) => name.ToLowerInvariant() switch
    {
        "iso-8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii" or "iso8859-1" => "windows-1252",
        "iso-8859-9" or "latin5" => "windows-1254",
        "iso-8859-11" or "tis-620" => "windows-874",
        "gb2312" or "gbk" => "gb18030",
        "shift-jis" or "sjis" or "x-sjis" or "windows-31j" => "shift_jis",
        "ks_c_5601-1987" or "euc-kr" or "ksc5601" => "ks_c_5601-1987",
        "big5-hkscs" => "big5",
        var other => other,
    };

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
