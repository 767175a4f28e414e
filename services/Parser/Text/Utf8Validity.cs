using System.Text.Unicode;

namespace Ingest.Parser.Text;

/// <summary>Whether bytes are UTF-8, with tolerance where certainty is still beyond doubt.</summary>
internal static class Utf8Validity
{
    public static bool IsText(ReadOnlySpan<byte> bytes)
    {
        // ISO-2022 (Japanese, Korean mail and wires) is made of ASCII bytes: only its escape sequences tell.
        if (bytes.IndexOf((byte)0x1B) is var escape and >= 0 && bytes[escape..] is [_, (byte)'$' or (byte)'(', ..])
        {
            return false;
        }

        return Utf8.IsValid(bytes) || IsCutOff(bytes) || IsNearly(bytes);
    }

    /// <summary>A file that was cut in the middle of its last character.</summary>
    private static bool IsCutOff(ReadOnlySpan<byte> bytes)
    {
        for (var tail = 1; tail <= 3 && tail < bytes.Length; tail++)
        {
            if (bytes[^tail] >= 0xC0)
            {
                // Without another multi-byte character before it, one stray high byte is no evidence for UTF-8.
                var head = bytes[..^tail];
                return Utf8.IsValid(head) && head.IndexOfAnyInRange((byte)0x80, (byte)0xFF) >= 0;
            }
        }

        return false;
    }

    /// <summary>One or two broken bytes among many good sequences: legacy text does not form multi-byte sequences by chance.</summary>
    private static bool IsNearly(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        for (var i = 0; i < bytes.Length;)
        {
            if (bytes[i] < 0x80)
            {
                var next = bytes[i..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
                if (next < 0)
                {
                    break;
                }

                i += next;
            }

            if (System.Text.Rune.DecodeFromUtf8(bytes[i..], out _, out var length) == System.Buffers.OperationStatus.Done)
            {
                good++;
            }
            else if (++bad > 8 && bad * 20 > good)
            {
                return false;
            }

            i += length;
        }

        return bad * 20 < good;
    }
}
