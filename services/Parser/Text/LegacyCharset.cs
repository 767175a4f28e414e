using System.Buffers;
using System.Text;
using UtfUnknown;

namespace Ingest.Parser.Text;

/// <summary>Texts from before UTF-8: the charset is told by the statistics of its bytes (Mozilla's detector).</summary>
internal static class LegacyCharset
{
    private const float Sure = 0.6f;
    private const int SampleBytes = 131_072;
    private static readonly Encoding Western = Windows1252();
    private static readonly SearchValues<char> Ukrainian = SearchValues.Create("іїєґІЇЄҐ");

    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, SampleBytes)].ToArray();
        var found = CharsetDetector.DetectFromBytes(sample).Detected;
        if (found?.Encoding is null)
        {
            if (LatinCharset.Better(bytes, Western) is { } latin)
            {
                return new DecodedText(latin.Encoding.GetString(bytes), "detected:" + latin.Name, Doubt(latin.Name));
            }

            return new DecodedText(Western.GetString(bytes), "detected:windows-1252", "the encoding could not be told, read as windows-1252");
        }

        if (found.EncodingName == "koi8-r" && Koi8Ukrainian(bytes, found.Encoding) is { } ukrainian)
        {
            return new DecodedText(ukrainian, "detected:koi8-u");
        }

        if (found.Encoding.IsSingleByte && LatinCharset.Better(bytes, found.Encoding) is { } better)
        {
            return new DecodedText(better.Encoding.GetString(bytes), "detected:" + better.Name);
        }

        if (IsWestern(found.EncodingName) || (found.Confidence < Sure && ReadsAsWestern(bytes)))
        {
            // ISO 8859-1 in practice is windows-1252: its extra characters are the typographic quotes and dashes.
            return new DecodedText(
                Western.GetString(bytes), "detected:windows-1252",
                IsWestern(found.EncodingName) && found.Confidence >= Sure ? null : Doubt("windows-1252"));
        }

        return new DecodedText(
            found.Encoding.GetString(bytes), "detected:" + found.EncodingName.ToLowerInvariant(),
            found.Confidence < Sure ? Doubt(found.EncodingName) : null);
    }

    /// <summary>KOI8-U has the Ukrainian letters where KOI8-R has lines for drawing boxes, and the letters between letters.</summary>
    private static string? Koi8Ukrainian(ReadOnlySpan<byte> bytes, Encoding russian)
    {
        var text = Encoding.GetEncoding("koi8-u").GetString(bytes);
        return text.AsSpan().ContainsAny(Ukrainian) && !text.AsSpan().ContainsAnyInRange('\u2500', '\u257F') &&
            russian.GetString(bytes).AsSpan().ContainsAnyInRange('\u2500', '\u257F')
            ? text
            : null;
    }

    /// <summary>A charset of .NET's code pages.</summary>
    public static Encoding Named(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(name);
    }

    private static string Doubt(string name) => $"the encoding is a guess, read as {name.ToLowerInvariant()}";

    private static bool IsWestern(string name) =>
        name.ToLowerInvariant() is "windows-1252" or "iso-8859-1" or "ascii";

    /// <summary>
    /// Whether each high byte, read as windows-1252, is a common letter of a western language or typographic punctuation. On short
    /// texts the statistics have too little to go on, and western files are the most common by far.
    /// </summary>
    private static bool ReadsAsWestern(ReadOnlySpan<byte> bytes)
    {
        int letters = 0, odd = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (b < 0x80)
            {
                continue;
            }

            letters++;
            var ordinary = b is 0x80 or 0x82 or 0x84 or 0x85 or (>= 0x91 and <= 0x97) or 0x99 or 0xA0 or 0xA3 or 0xA7 or 0xA9 or 0xAB or 0xB0 or 0xBB or 0xBF
                or 0xC4 or 0xC9 or 0xD6 or 0xDC or 0xDF or (>= 0xE0 and <= 0xEF) or (>= 0xF1 and <= 0xF6) or (>= 0xF8 and <= 0xFC);
            odd += ordinary ? 0 : 1;
        }

        // Two high bytes in a row make no western word; a share of high bytes above 15 % makes no western text.
        return odd * 20 <= letters && letters * 100 <= bytes.Length * 15;
    }

    private static Encoding Windows1252()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(1252);
    }
}
