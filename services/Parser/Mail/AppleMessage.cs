namespace Ingest.Parser.Mail;

/// <summary>A message as Apple's mail program keeps it (EMLX): its length on the first line, the message, a list of flags.</summary>
internal static class AppleMessage
{
    /// <summary>The message itself; the bytes as they are when they are of no such file.</summary>
    public static ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> bytes)
    {
        var start = Start(bytes.Span);
        return start == 0 ? bytes : bytes.Slice(start, (int)Math.Min(Length(bytes.Span[..start]), bytes.Length - start));
    }

    /// <summary>Where the message begins; 0 when the first line is no number.</summary>
    public static int Start(ReadOnlySpan<byte> bytes)
    {
        var end = bytes[..Math.Min(bytes.Length, 32)].IndexOf((byte)'\n');
        return end > 0 && bytes[..end].TrimEnd(" \r"u8) is { Length: > 0 and < 10 } number && number.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 ? end + 1 : 0;
    }

    private static long Length(ReadOnlySpan<byte> line)
    {
        var length = 0L;
        foreach (var digit in line)
        {
            length = digit is >= (byte)'0' and <= (byte)'9' ? (length * 10) + digit - '0' : length;
        }

        return length;
    }
}
