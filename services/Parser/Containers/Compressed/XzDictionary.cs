namespace Ingest.Parser.Containers.Compressed;

/// <summary>How much memory an XZ stream asks for, by the header of its first block (xz file format 1.2, 3.1 and 5.3.1).</summary>
internal static class XzDictionary
{
    private const int StreamHeader = 12;
    private const int LongestBlockHeader = 1_024;
    private const int Lzma2 = 0x21;

    /// <summary>256 MiB: four times what the strongest level of xz uses.</summary>
    private const int LargestCode = 32;

    /// <exception cref="InvalidDataException">It asks for more than any text needs.</exception>
    public static void Check(PushedBack stream)
    {
        var header = stream.Peek(StreamHeader + LongestBlockHeader);
        if (header.Length <= StreamHeader + 2 || header[StreamHeader] == 0)
        {
            return;
        }

        var block = header[StreamHeader..];
        block = block[..Math.Min(block.Length, (block[0] + 1) * 4)];
        var at = 2;
        // Two sizes may stand first, seven bits a byte.
        for (var sizes = (block[1] >> 6 & 1) + (block[1] >> 7); sizes > 0 && at < block.Length; sizes--)
        {
            while (at < block.Length && (block[at++] & 0x80) != 0)
            {
            }
        }

        for (var filters = (block[1] & 3) + 1; filters > 0 && at + 2 < block.Length; filters--)
        {
            if (block[at] == Lzma2 && (block[at + 2] & 0x3F) > LargestCode)
            {
                throw new InvalidDataException("Its XZ dictionary is larger than 256 MiB. Pack it again.");
            }

            at += 2 + block[at + 1];
        }
    }
}
