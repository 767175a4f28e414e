using System.Text;
using Ingest.Parser.Text;

namespace Ingest.Parser.Xml;

/// <summary>
/// Decodes a document as its XML declaration says, where the bytes bear it out; else leaves it to detection, so that a wrong
/// declaration never costs the text.
/// </summary>
internal static class DeclaredEncoding
{
    private const int Beginning = 1024;

    static DeclaredEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The text, or null when nothing is declared or the declaration cannot be true.</summary>
    public static DecodedText? Decode(ReadOnlySpan<byte> bytes)
    {
        if (ByFirstCharacter(bytes) is { } wide)
        {
            return new DecodedText(ControlCharacters.Remove(wide.GetString(bytes)), "xml-first-character:" + wide.WebName);
        }

        // Byte order marks, UTF-8 and UTF-16 are detection's own.
        if (Declared(bytes) is not { } name || name.StartsWith("utf", StringComparison.OrdinalIgnoreCase) || Find(name) is not { } encoding)
        {
            return null;
        }

        // Text of a single-byte charset is practically never valid UTF-8 by chance.
        if ((encoding.IsSingleByte && System.Text.Unicode.Utf8.IsValid(bytes)) || (encoding.CodePage == 1200 || encoding.CodePage == 1201))
        {
            return null;
        }

        try
        {
            return new DecodedText(ControlCharacters.Remove(encoding.GetString(bytes)), "xml-declaration:" + name.ToLowerInvariant());
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding? ByFirstCharacter(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0, 0, 0, (byte)'<', ..] => new UTF32Encoding(true, false, false),
        [(byte)'<', 0, 0, 0, ..] => new UTF32Encoding(false, false, false),
        [0x4C, 0x6F, 0xA7, 0x94, ..] => Encoding.GetEncoding("IBM037"),
        _ => null,
    };

    private static string? Declared(ReadOnlySpan<byte> bytes)
    {
        // Some put a comment in front of the declaration.
        var head = bytes[..Math.Min(bytes.Length, Beginning)].TrimStart(" \t\r\n"u8);
        if (head is not [(byte)'<', ..] || head.IndexOf("<?xml"u8) is not (var start and >= 0) || head[start..].IndexOf("?>"u8) is not (var length and >= 0))
        {
            return null;
        }

        var declaration = Encoding.ASCII.GetString(head.Slice(start, length));
        var at = declaration.IndexOf("encoding", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : declaration[(at + 8)..].Trim(' ', '=', '"', '\'', '\t', '\r', '\n').Split(' ', '"', '\'')[0];
    }

    private static Encoding? Find(string name)
    {
        try
        {
            // What calls itself Latin-1 or ASCII is Windows-1252 wherever they differ.
            return name.ToLowerInvariant() is "iso-8859-1" or "latin1" or "us-ascii" or "ascii"
                ? Encoding.GetEncoding(1252)
                : Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
