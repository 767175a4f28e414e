using System.Buffers;
using System.Text;
using Ingest.Parser.Dates;

namespace Ingest.Parser.Mail;

/// <summary>
/// Tells mail by its header. Articles open with labels such as <c>Date:</c> and <c>Subject:</c> too, so a message must have a field that only
/// programs write, or an address, a recipient and a date with its time.
/// </summary>
internal static class MailFormat
{
    private const int HeadBytes = 65_536;
    private const int MostFields = 400;

    private static readonly SearchValues<byte> NotInNames = SearchValues.Create(" \t\r\n<{"u8);

    private static readonly HashSet<string> OfPrograms = new(StringComparer.OrdinalIgnoreCase)
    {
        "Message-ID", "Received", "Return-Path", "MIME-Version", "DKIM-Signature", "Delivered-To", "X-Mailer", "List-Unsubscribe", "List-Id", "List-Post", "Content-Transfer-Encoding", "X-Received",
        "Authentication-Results", "ARC-Seal", "Thread-Topic", "Thread-Index", "In-Reply-To", "References", "Snapshot-Content-Location", "X-Originating-IP", "User-Agent", "X-Priority", "Received-SPF", "X-GM-THRID",
    };

    private static readonly string[] Recipients = ["To", "Cc", "Bcc", "Delivered-To", "Received", "Message-ID", "Return-Path", "List-Id"];

    /// <summary>What the bytes are, by how they begin.</summary>
    public static MailKind Of(ReadOnlySpan<byte> bytes)
    {
        var start = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;
        start = start.TrimStart("\r\n \t"u8);
        start = start[AppleMessage.Start(start)..];
        if (Mbox.IsFromLine(start))
        {
            return MailKind.Mailbox;
        }

        // A header begins with a field's name.
        var head = start[..Math.Min(start.Length, HeadBytes)];
        var colon = head[..Math.Min(head.Length, 80)].IndexOf((byte)':');
        var blank = head.IndexOf("\n\n"u8) is var lines and >= 0 ? lines : head.IndexOf("\r\n\r\n"u8);
        head = blank >= 0 ? head[..blank] : head;
        return colon < 1 || colon > head.Length || head[..colon].ContainsAny(NotInNames) ? MailKind.None : OfHeader(Fields(Encoding.Latin1.GetString(head)));
    }

    private static MailKind OfHeader(Dictionary<string, string> fields)
    {
        var type = fields.GetValueOrDefault("Content-Type", "");
        var from = fields.GetValueOrDefault("From", "");
        var programs = fields.Keys.Count(OfPrograms.Contains) + (type.Contains('/', StringComparison.Ordinal) ? 1 : 0);
        if (programs == 0)
        {
            return from.Contains('@', StringComparison.Ordinal) && fields.ContainsKey("To") && fields.ContainsKey("Subject") &&
                MachineDate.Read(fields.GetValueOrDefault("Date")) is { IsDay: true, Time.Length: > 0 } ? MailKind.Message : MailKind.None;
        }

        var saved = from.Contains("Saved by", StringComparison.OrdinalIgnoreCase) || fields.ContainsKey("Snapshot-Content-Location");
        var sent = !saved && Array.Exists(Recipients, fields.ContainsKey);
        if (!sent && (type.StartsWith("multipart/related", StringComparison.OrdinalIgnoreCase) || (saved && type.Length > 0) ||
            (type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) && fields.ContainsKey("Content-Location"))))
        {
            return MailKind.Page;
        }

        return fields.ContainsKey("From") || fields.ContainsKey("Subject") || fields.ContainsKey("Received") || (fields.ContainsKey("MIME-Version") && type.Length > 0)
            ? MailKind.Message : MailKind.None;
    }

    /// <summary>The fields up to the first blank line; none when a line is neither field nor continuation.</summary>
    private static Dictionary<string, string> Fields(string head)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var last = "";
        foreach (var line in head.AsSpan().EnumerateLines())
        {
            if (line.IsEmpty || fields.Count > MostFields)
            {
                return fields;
            }

            if (line[0] is ' ' or '\t')
            {
                if (last.Length > 0 && fields[last].Length < 2_000)
                {
                    fields[last] += line.ToString();
                }

                continue;
            }

            var colon = line.IndexOf(':');
            if (colon < 1 || !IsName(line[..colon]))
            {
                // The first lines of a message are its header, whatever follows: a blank line was lost.
                return fields.Count >= 3 ? fields : [];
            }

            last = line[..colon].ToString();
            fields.TryAdd(last, line[(colon + 1)..].Trim().ToString());
        }

        return fields;
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (c is <= ' ' or >= '\u007F')
            {
                return false;
            }
        }

        return true;
    }
}
