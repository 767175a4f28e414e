namespace Ingest.Parser.Text;

/// <summary>HZ, Chinese in seven bits (RFC 1843): <c>~{</c> opens and <c>~}</c> closes a run of byte pairs within one line.</summary>
internal static class HzText
{
    /// <summary>Whether bytes that are ASCII are HZ: every run closed and made of pairs that GB 2312 has.</summary>
    public static bool Is(ReadOnlySpan<byte> bytes)
    {
        var characters = 0;
        for (var at = bytes.IndexOf("~{"u8); at >= 0; at = bytes.IndexOf("~{"u8))
        {
            bytes = bytes[(at + 2)..];
            var end = bytes.IndexOf("~}"u8);
            if (end < 2 || (end & 1) != 0)
            {
                return false;
            }

            for (var i = 0; i < end; i += 2)
            {
                if (bytes[i] is < 0x21 or > 0x77 || bytes[i + 1] is < 0x21 or > 0x7E)
                {
                    return false;
                }
            }

            characters += end / 2;
            bytes = bytes[(end + 2)..];
        }

        return characters >= 2;
    }
}
