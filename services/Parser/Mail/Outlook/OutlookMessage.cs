using System.Text;
using Ingest.Parser.Documents.Rtf;
using Ingest.Parser.Text;
using MimeKit;

namespace Ingest.Parser.Mail.Outlook;

/// <summary>Makes a message as mail programs exchange it of one that Outlook saved (MSG), so that all rules for messages hold for both.</summary>
internal sealed class OutlookMessage(CompoundFile file, long most, Deadline deadline)
{
    private const int TopHeader = 32, EmbeddedHeader = 24, AttachmentHeader = 8;
    private const int MostDepth = 8;

    private const int Class = 0x001A, Subject = 0x0037, Sent = 0x0039, SentFor = 0x0042, SentForAddress = 0x0065, Headers = 0x007D, Sender = 0x0C1A, SenderAddress = 0x0C1F, Delivered = 0x0E06, Body = 0x1000, PackedRtf = 0x1009,
        Html = 0x1013, MessageId = 0x1035, AttachedData = 0x3701, ShortName = 0x3704, LongName = 0x3707, MimeType = 0x370E, InternetCodePage = 0x3FDE, SmtpSender = 0x5D01, SmtpSentFor = 0x5D02, Hidden = 0x7FFE;

    /// <summary>The message; null when the file has none.</summary>
    public static MimeMessage? Read(ReadOnlyMemory<byte> bytes, long most, Deadline deadline) =>
        CompoundFile.Open(bytes) is { Root: { Count: > 0 } root } file ? new OutlookMessage(file, most, deadline).Message(root, TopHeader, 0) : null;

    private MimeMessage Message(List<CompoundEntry> entries, int header, int depth)
    {
        deadline.Check();
        var properties = new OutlookProperties(file, entries, header);
        var message = new MimeMessage();
        message.Headers.Clear();
        SetHeaders(message, properties);
        var attachments = entries.Where(entry => entry.IsStorage && entry.Name.StartsWith("__attach_version", StringComparison.OrdinalIgnoreCase)).OrderBy(entry => entry.Name, StringComparer.Ordinal);
        if (properties.Text(Class)?.StartsWith("IPM.Note.SMIME", StringComparison.OrdinalIgnoreCase) == true)
        {
            message.Body = attachments.Select(entry => Sealed(new OutlookProperties(file, file.Entries(entry), AttachmentHeader))).FirstOrDefault(part => part is not null);
            return message;
        }

        var mixed = new Multipart("mixed");
        if (Text(properties) is { } text)
        {
            mixed.Add(text);
        }

        foreach (var entry in attachments)
        {
            if (Attachment(entry, depth) is { } part)
            {
                mixed.Add(part);
            }
        }

        message.Body = mixed;
        return message;
    }

    private static void SetHeaders(MimeMessage message, OutlookProperties properties)
    {
        if (properties.Text(Headers) is { Length: > 0 } transported)
        {
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(transported.Trim() + "\r\n\r\n"));
            try
            {
                foreach (var field in HeaderList.Load(stream).Where(field => !field.Field.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) && field.Id is not (HeaderId.MimeVersion or HeaderId.Subject)))
                {
                    message.Headers.Add(field);
                }
            }
            catch (Exception exception) when (exception is FormatException or IOException or ArgumentException)
            {
                // The properties say the same.
            }
        }

        message.Headers.Replace(HeaderId.Subject, properties.Text(Subject) ?? "");
        if (!message.Headers.Contains(HeaderId.Date) && (properties.Time(Sent) ?? properties.Time(Delivered)) is { } date)
        {
            message.Date = date;
        }

        if (!message.Headers.Contains(HeaderId.MessageId) && properties.Text(MessageId) is { Length: > 2 } id)
        {
            message.Headers.Add(HeaderId.MessageId, id);
        }

        var name = properties.Text(SentFor) ?? properties.Text(Sender) ?? "";
        var address = properties.Text(SmtpSentFor) ?? properties.Text(SmtpSender) ?? properties.Text(SentForAddress) ?? properties.Text(SenderAddress) ?? "";
        if (!message.Headers.Contains(HeaderId.From) && (name.Length > 0 || address.Contains('@', StringComparison.Ordinal)))
        {
            message.From.Add(new MailboxAddress(name, address.Contains('@', StringComparison.Ordinal) ? address : ""));
        }
    }

    /// <summary>The page if there is one, else the plain text, else what the RTF says.</summary>
    private MultipartAlternative? Text(OutlookProperties properties)
    {
        var parts = new MultipartAlternative();
        if (properties.Text(Body) is { Length: > 0 } plain)
        {
            parts.Add(new TextPart("plain") { Text = plain });
        }

        var page = properties.Bytes(Html);
        var rtf = page is not { Length: > 0 } && properties.Bytes(PackedRtf) is { } packed ? CompressedRtf.Unpack(packed, most) : null;
        if (page is { Length: > 0 })
        {
            var part = new TextPart("html") { Content = new MimeContent(new MemoryStream(page, writable: false)) };
            part.ContentType.Charset = CodePages.Of((int)(properties.Value(InternetCodePage) ?? properties.CodePage)).WebName;
            parts.Add(part);
        }
        else if ((properties.Text(Html) ?? (rtf is null ? null : EncapsulatedPage.Of(rtf, deadline))) is { Length: > 0 } text)
        {
            parts.Add(new TextPart("html") { Text = text });
        }
        else if (parts.Count == 0 && rtf is not null)
        {
            var document = RtfReader.Read(rtf, (int)Math.Min(most, int.MaxValue / 4), deadline);
            parts.Add(new TextPart("plain") { Text = string.Join("\n\n", document.Paragraphs.Select(paragraph => paragraph.Text)) });
        }

        return parts.Count > 0 ? parts : null;
    }

    private MimeEntity? Attachment(CompoundEntry entry, int depth)
    {
        var properties = new OutlookProperties(file, file.Entries(entry), AttachmentHeader);
        if (properties.Storage(AttachedData) is { } embedded)
        {
            return depth < MostDepth ? new MessagePart { Message = Message(file.Entries(embedded), EmbeddedHeader, depth + 1) } : null;
        }

        if (properties.Bytes(AttachedData) is not { Length: > 0 } data || properties.Value(Hidden) is not (null or 0))
        {
            return null;
        }

        var type = properties.Text(MimeType) is { } stated && ContentType.TryParse(stated, out var parsed) && !parsed.IsMimeType("message", "rfc822") && !parsed.IsMimeType("multipart", "*") ? parsed : new ContentType("application", "octet-stream");
        return new MimePart(type)
        {
            Content = new MimeContent(new MemoryStream(data, writable: false)),
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
            FileName = properties.Text(LongName) ?? properties.Text(ShortName),
        };
    }

    /// <summary>What is signed or encrypted stands whole in an attachment.</summary>
    private static MimeEntity? Sealed(OutlookProperties properties)
    {
        if (properties.Bytes(AttachedData) is not { Length: > 0 } data)
        {
            return null;
        }

        if (data.AsSpan(0, Math.Min(data.Length, 1_024)).IndexOf("multipart/signed"u8) >= 0)
        {
            using var stream = new MemoryStream(data, writable: false);
            return MimeEntity.Load(stream);
        }

        return new MimePart("application", "pkcs7-mime") { Content = new MimeContent(new MemoryStream(data, writable: false)) };
    }
}
