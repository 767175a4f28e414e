using System.Buffers.Text;

namespace Ingest.Parser.Mail;

/// <summary>
/// Parts a mailbox into its messages, at <c>From </c> lines with a time behind a blank line (RFC 4155); and takes off the <c>&gt;</c> that guards such lines
/// in a message's text (mboxo, mboxrd).
/// </summary>
internal static class Mbox
{
    private const int LongestFromLine = 300;

    /// <summary>Whether bytes begin with such a line and a field behind it.</summary>
    public static bool IsFromLine(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith("From "u8))
        {
            return false;
        }

        var end = bytes[..Math.Min(bytes.Length, LongestFromLine)].IndexOf((byte)'\n');
        if (end < 0 || !HasTime(bytes[..end]))
        {
            return false;
        }

        var next = bytes[(end + 1)..];
        next = next[..Math.Min(next.Length, 80)];
        var colon = next.IndexOf((byte)':');
        return next.StartsWith(">From "u8) || (colon > 0 && next[..colon].IndexOfAny(" \t\r\n"u8) < 0);
    }

    /// <summary>Where the next message begins at or behind <paramref name="from"/>; -1 when there is none.</summary>
    public static int Next(ReadOnlySpan<byte> bytes, int from)
    {
        for (var at = Math.Max(from, 1); at < bytes.Length;)
        {
            var found = bytes[(at - 1)..].IndexOf("\nFrom "u8);
            if (found < 0)
            {
                return -1;
            }

            var line = at + found;
            if (IsBehindBlank(bytes, line) && IsFromLine(bytes[line..]))
            {
                return line;
            }

            at = line + 1;
        }

        return -1;
    }

    /// <summary>The messages, each with its <c>From </c> line.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Messages(ReadOnlyMemory<byte> bytes)
    {
        var start = 0;
        while (start < bytes.Length)
        {
            var next = Next(bytes.Span, Math.Max(start + 1, StatedEnd(bytes.Span, start)));
            var end = next < 0 ? bytes.Length : next;
            yield return bytes[start..end];
            start = end;
        }
    }

    /// <summary>Where the text ends by its stated length (mboxcl, where lines in it have no guard); 0 unless a message or nothing follows there.</summary>
    private static int StatedEnd(ReadOnlySpan<byte> bytes, int start)
    {
        var message = bytes[start..];
        int header = -1, gap = 0;
        // Line by line: a search for the ending that the mailbox does not use would go to its end, for each message.
        for (int line = 0, length; header < 0 && (length = message[line..].IndexOf((byte)'\n')) >= 0; line += length + 1)
        {
            gap = message[(line + length + 1)..] switch { [(byte)'\n', ..] => 2, [(byte)'\r', (byte)'\n', ..] => 3, _ => 0 };
            header = gap > 0 ? line + length : -1;
        }

        var at = header < 0 ? -1 : message[..header].IndexOf("\nContent-Length:"u8);
        if (at < 0 || !Utf8Parser.TryParse(message[(at + 16)..header].TrimStart((byte)' '), out int stated, out _) || stated < 0)
        {
            return 0;
        }

        var end = (long)start + header + gap + stated;
        return end <= bytes.Length && bytes[(int)end..].TrimStart("\r\n"u8) is var rest && (rest.IsEmpty || IsFromLine(rest)) ? (int)end : 0;
    }

    /// <summary>The message itself.</summary>
    public static ReadOnlyMemory<byte> Message(ReadOnlyMemory<byte> bytes)
    {
        bytes = bytes[(bytes.Span.Length - bytes.Span.TrimStart("\r\n"u8).Length)..];
        var line = bytes.Span.StartsWith("From "u8) ? bytes.Span.IndexOf((byte)'\n') + 1 : 0;
        var message = bytes[line..];
        return message.Span.IndexOf(">From "u8) < 0 ? message : Unguarded(message.Span);
    }

    private static byte[] Unguarded(ReadOnlySpan<byte> message)
    {
        var plain = new byte[message.Length];
        var length = 0;
        while (!message.IsEmpty)
        {
            var end = message.IndexOf((byte)'\n') + 1;
            var line = end == 0 ? message : message[..end];
            message = message[line.Length..];
            var text = line.TrimStart((byte)'>').StartsWith("From "u8) && line[0] == (byte)'>' ? line[1..] : line;
            text.CopyTo(plain.AsSpan(length));
            length += text.Length;
        }

        return plain[..length];
    }

    private static bool IsBehindBlank(ReadOnlySpan<byte> bytes, int line) =>
        line >= 2 && (bytes[line - 2] == (byte)'\n' || (line >= 3 && bytes[line - 2] == (byte)'\r' && bytes[line - 3] == (byte)'\n'));

    /// <summary><c>Tue Mar  4 09:30:00 2025</c>: prose that begins with "From" has no clock time and year.</summary>
    private static bool HasTime(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        var year = false;
        for (var i = 0; i + 4 <= line.Length && !year; i++)
        {
            year = line[i] is (byte)'1' or (byte)'2' && IsDigit(line[i + 1]) && IsDigit(line[i + 2]) && IsDigit(line[i + 3]) && (i == 0 || line[i - 1] == (byte)' ');
        }

        return year && colon > 1 && colon + 2 < line.Length && IsDigit(line[colon - 1]) && IsDigit(line[colon + 1]) && IsDigit(line[colon + 2]);
    }

    private static bool IsDigit(byte b) => b is >= (byte)'0' and <= (byte)'9';
}
