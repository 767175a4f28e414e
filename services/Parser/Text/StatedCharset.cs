using System.Text;

namespace Ingest.Parser.Text;

/// <summary>Decodes bytes by a charset that somebody states, if they are valid in it.</summary>
internal static class StatedCharset
{
    /// <summary>The text by the charset that a server stated, where the bytes themselves do not say what they are.</summary>
    public static DecodedText? Decode(ReadOnlySpan<byte> bytes, string? stated, DecodedText? guessed)
    {
        // What looks like no text is text only in charsets that look so; in one of single bytes any picture would be valid.
        var isOpen = guessed?.Encoding.StartsWith("detected:", StringComparison.Ordinal) ?? stated?.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) == true;
        return isOpen && stated is not null && Decode(bytes, stated, "http") is { } text ? text with { Text = ControlCharacters.Remove(text.Text) } : guessed;
    }

    /// <summary>The text, or null where the charset is unknown or the bytes are not in it.</summary>
    public static DecodedText? Decode(ReadOnlySpan<byte> bytes, string name, string statedBy)
    {
        try
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            var encoding = Encoding.GetEncoding(Web(name), EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            return new DecodedText(encoding.GetString(bytes), statedBy + ":" + encoding.WebName);
        }
        catch (Exception exception) when (exception is ArgumentException or DecoderFallbackException or NotSupportedException)
        {
            return null;
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
}
