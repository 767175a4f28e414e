namespace Ingest.Parser.Text;

/// <summary>UTF-16 without a byte order mark: spaces, digits and line ends put zero bytes at one side of each pair only.</summary>
internal static class ZeroBytePattern
{
    public static string? Guess(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, 8_192)];
        int even = 0, odd = 0;
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }

        var pairs = sample.Length / 2;
        if (odd > even * 10 && odd * 20 >= pairs && IsPlausible(sample, low: 0))
        {
            return "utf-16le";
        }

        return even > odd * 10 && even * 20 >= pairs && IsPlausible(sample, low: 1) ? "utf-16be" : null;
    }

    /// <summary>Almost no control characters, no lone surrogates: what random data cannot keep up for long.</summary>
    private static bool IsPlausible(ReadOnlySpan<byte> sample, int low)
    {
        var bad = 0;
        var expectLow = false;
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            var c = (char)(sample[i + low] | (sample[i + 1 - low] << 8));
            bad += (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f')) || c is '\uFFFE' or '\uFFFF' ? 1 : 0;
            bad += char.IsLowSurrogate(c) != expectLow ? 1 : 0;
            expectLow = char.IsHighSurrogate(c);
        }

        return bad * 100 <= sample.Length / 2;
    }
}
