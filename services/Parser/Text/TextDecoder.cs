using System.Buffers;
using System.Text;

namespace Ingest.Parser.Text;

/// <summary>
/// Turns bytes into characters: byte order mark, then strict UTF-8, then UTF-16 by the pattern of its zero bytes, then a legacy
/// charset by statistics. Null means: this is not text.
/// </summary>
internal static class TextDecoder
{
    /// <summary>A text has next to none of these; machine data has many.</summary>
    private const double MostControlBytes = 0.02;

    /// <summary>One zero byte in so many is an accident.</summary>
    private const int LeastStray = 2_000;

    private static readonly UTF8Encoding Utf8 = new(false, false);
    private static readonly UnicodeEncoding Utf16Le = new(false, false, false);
    private static readonly UnicodeEncoding Utf16Be = new(true, false, false);
    private static readonly UTF32Encoding Utf32Le = new(false, false, false);
    private static readonly UTF32Encoding Utf32Be = new(true, false, false);

    // Everything below the space but tab, line feed, vertical tab, form feed, carriage return, end-of-file (DOS) and escape.
    private static readonly SearchValues<byte> ControlBytes = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 28, 29, 30, 31, 127]);

    public static DecodedText? Decode(ReadOnlySpan<byte> bytes)
    {
        if (ByBom(bytes) is { } marked)
        {
            return Clean(marked);
        }

        if (bytes.IndexOf((byte)0) >= 0)
        {
            if (WideText.Utf32(bytes) is { } widest)
            {
                return Clean(new DecodedText(WideText.Encoding(widest).GetString(bytes), "zero-bytes:" + widest));
            }

            if ((WideText.Utf16(bytes) ?? ZeroBytePattern.Guess(bytes)) is { } wide)
            {
                return Clean(new DecodedText((wide == "utf-16le" ? Utf16Le : Utf16Be).GetString(bytes), "zero-bytes:" + wide));
            }

            if (!AreStray(bytes))
            {
                return null;
            }
        }

        var utf8 = Utf8Validity.IsText(bytes);
        if (!utf8 && WideText.Utf16(bytes) is { } marksOnly)
        {
            return Clean(new DecodedText(WideText.Encoding(marksOnly).GetString(bytes), "characters:" + marksOnly));
        }

        // ISO-2022-KR changes between its two alphabets by control characters; its designation tells it.
        if (ControlShare(bytes) > MostControlBytes && bytes.IndexOf("\u001b$)C"u8) < 0)
        {
            return null;
        }

        if (utf8)
        {
            if (HzText.Is(bytes))
            {
                return Clean(new DecodedText(LegacyCharset.Named("hz-gb-2312").GetString(bytes), "detected:hz-gb-2312"));
            }

            return Clean(new DecodedText(Utf8.GetString(bytes), "utf-8"));
        }

        return Clean(LegacyCharset.Decode(bytes));
    }

    /// <summary>A few zero bytes that a program left in a long text: they are taken out with the other control characters.</summary>
    private static bool AreStray(ReadOnlySpan<byte> bytes) =>
        bytes.Length > LeastStray && bytes.Count((byte)0) * LeastStray < bytes.Length && System.Text.Unicode.Utf8.IsValid(bytes);

    private static DecodedText? ByBom(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => new DecodedText(
            Utf8.GetString(rest), "bom:utf-8", System.Text.Unicode.Utf8.IsValid(rest) ? null : "some bytes are not UTF-8"),
        [0xFF, 0xFE, 0, 0, .. var rest] => new DecodedText(Utf32Le.GetString(rest), "bom:utf-32le"),
        [0, 0, 0xFE, 0xFF, .. var rest] => new DecodedText(Utf32Be.GetString(rest), "bom:utf-32be"),
        [0xFF, 0xFE, .. var rest] => new DecodedText(Utf16Le.GetString(rest), "bom:utf-16le"),
        [0xFE, 0xFF, .. var rest] => new DecodedText(Utf16Be.GetString(rest), "bom:utf-16be"),
        _ => null,
    };

    private static double ControlShare(ReadOnlySpan<byte> bytes)
    {
        // Wire copy carries a few (start of text, end of text); the beginning is enough to tell, and cheap.
        var sample = bytes[..Math.Min(bytes.Length, 65_536)];
        var count = 0;
        for (var rest = sample; rest.IndexOfAny(ControlBytes) is var at and >= 0; rest = rest[(at + 1)..])
        {
            count++;
        }

        return sample.Length == 0 || count <= 8 ? 0 : (double)count / sample.Length;
    }

    private static DecodedText Clean(DecodedText decoded)
    {
        // Before the controls go: to misread UTF-8 they belong.
        var repaired = decoded.Encoding.StartsWith("detected:", StringComparison.Ordinal) ? decoded : Mojibake.Repair(decoded);
        var text = ControlCharacters.Remove(repaired.Text);
        return ReferenceEquals(text, repaired.Text) ? repaired : repaired with { Text = text };
    }
}
