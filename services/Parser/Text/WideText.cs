using System.Text;

namespace Ingest.Parser.Text;

/// <summary>
/// UTF-16 without a byte order mark in scripts that have few zero bytes (Chinese, Japanese, Thai), and UTF-32: told by how the
/// characters read, since the wrong byte order scatters a text over scripts that no text mixes.
/// </summary>
internal static class WideText
{
    private const int SampleBytes = 4_096;

    /// <summary>UTF-32 by the two bytes of each character that are practically always zero; its name, or null.</summary>
    public static string? Utf32(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8 || (bytes.Length & 3) != 0)
        {
            return null;
        }

        bool little = true, big = true;
        var sample = bytes[..Math.Min(bytes.Length, SampleBytes)];
        for (var i = 0; i < sample.Length && (little || big); i += 4)
        {
            little &= sample[i + 3] == 0 && sample[i + 2] <= 0x10 && (sample[i] | sample[i + 1] | sample[i + 2]) != 0;
            big &= sample[i] == 0 && sample[i + 1] <= 0x10 && (sample[i + 1] | sample[i + 2] | sample[i + 3]) != 0;
        }

        return little ? "utf-32le" : big ? "utf-32be" : null;
    }

    /// <summary>UTF-16 by its characters; its name, or null.</summary>
    public static string? Utf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 16 || (bytes.Length & 1) != 0)
        {
            return null;
        }

        var sample = bytes[..Math.Min(bytes.Length, SampleBytes)];
        var (little, big) = (Plausibility(sample, low: 0), Plausibility(sample, low: 1));
        return little >= 0.7 && little > big + 0.3 ? "utf-16le" : big >= 0.7 && big > little + 0.3 ? "utf-16be" : null;
    }

    /// <summary>1 for a text in one script with the punctuation of it; below 0 for noise.</summary>
    private static double Plausibility(ReadOnlySpan<byte> sample, int low)
    {
        int points = 0, common = 0, previous = 0;
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            var c = (char)(sample[i + low] | (sample[i + 1 - low] << 8));
            var block = Block(c);
            if (block == Punctuation)
            {
                common++;
                points++;
                continue;
            }

            // Kana and Han stand together; Latin names stand in every script's text.
            points += block == Unlikely ? -2 : block == previous || previous == 0 || (block | previous) == (Han | Kana) ? 1 : 0;
            previous = block == Unlikely ? previous : block;
        }

        var characters = sample.Length / 2;
        return common * 60 < characters ? -1 : (double)points / characters;
    }

    private const int Unlikely = -1, Punctuation = 0, Han = 1, Kana = 2;

    private static int Block(char c) => c switch
    {
        ' ' or '\n' or '\r' or '\t' or (>= '\u2010' and <= '\u2027') or (>= '\u3000' and <= '\u3011') or (>= '\uFF01' and <= '\uFF1F') => Punctuation,
        < ' ' => Unlikely,
        < '\u0250' => 4,
        >= '\u0370' and < '\u0400' => 8,
        >= '\u0400' and < '\u0530' => 16,
        >= '\u0590' and < '\u0600' => 32,
        >= '\u0600' and < '\u0780' => 64,
        >= '\u0900' and < '\u0980' => 128,
        >= '\u0E00' and < '\u0E80' => 256,
        >= '\u1E00' and < '\u1F00' => 4,
        >= '\u3040' and < '\u3100' => Kana,
        >= '\u4E00' and < '\uA000' => Han,
        >= '\uAC00' and < '\uD7B0' => 512,
        _ => Unlikely,
    };

    public static Encoding Encoding(string name) => name switch
    {
        "utf-32le" => new UTF32Encoding(false, false, false),
        "utf-32be" => new UTF32Encoding(true, false, false),
        "utf-16be" => new UnicodeEncoding(true, false, false),
        _ => new UnicodeEncoding(false, false, false),
    };
}
