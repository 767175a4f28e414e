using MimeKit;
using MimeKit.Cryptography;

namespace Ingest.Parser.Mail;

/// <summary>The parts of a message by what they are for: its text, its page, files that came with it, messages within it.</summary>
internal sealed class MailParts
{
    private static readonly string[] Ignored = ["image", "audio", "video", "font"];

    /// <summary>Pages, the message's own first.</summary>
    public List<TextPart> Pages { get; } = [];

    /// <summary>Plain texts, the message's own first.</summary>
    public List<TextPart> Texts { get; } = [];

    /// <summary>Files.</summary>
    public List<MimePart> Files { get; } = [];

    /// <summary>Forwarded messages, and those of a digest.</summary>
    public List<MimeMessage> Messages { get; } = [];

    /// <summary>It needs a key.</summary>
    public bool Encrypted { get; private set; }

    /// <summary>Parts beyond the limit were left out.</summary>
    public bool TooMany { get; private set; }

    public static MailParts Of(MimeEntity? body, int most)
    {
        var parts = new MailParts();
        var open = new Stack<MimeEntity>();
        if (body is not null)
        {
            open.Push(body);
        }

        for (var count = 0; open.TryPop(out var entity); count++)
        {
            if (count >= most)
            {
                parts.TooMany = true;
                break;
            }

            parts.Sort(entity, open);
        }

        return parts;
    }

    private void Sort(MimeEntity entity, Stack<MimeEntity> open)
    {
        switch (entity)
        {
            case MultipartEncrypted:
                Encrypted = true;
                break;
            case Multipart multipart:
                // The signature of what is signed is no file for a reader.
                var signed = multipart.ContentType.IsMimeType("multipart", "signed");
                for (var i = signed ? Math.Min(1, multipart.Count) - 1 : multipart.Count - 1; i >= 0; i--)
                {
                    open.Push(multipart[i]);
                }

                break;
            case MessagePart { Message: { } message }:
                Messages.Add(message);
                break;
            case MimePart part when part.ContentType.IsMimeType("application", "pkcs7-mime") || part.ContentType.IsMimeType("application", "x-pkcs7-mime"):
                if (SignedContent.Of(part) is { } content)
                {
                    open.Push(content);
                }
                else
                {
                    Encrypted = true;
                }

                break;
            case TextPart { IsAttachment: false } text when text.ContentType.IsMimeType("text", "html"):
                Pages.Add(text);
                break;
            case TextPart { IsAttachment: false } text when text.ContentType.IsMimeType("text", "plain") || text.ContentType.IsMimeType("text", "enriched"):
                Texts.Add(text);
                break;
            case MimePart part when IsFile(part):
                Files.Add(part);
                break;
        }
    }

    private static bool IsFile(MimePart part)
    {
        var type = part.ContentType;
        return !Array.Exists(Ignored, ignored => type.MediaType.Equals(ignored, StringComparison.OrdinalIgnoreCase)) &&
            !type.IsMimeType("text", "calendar") && !type.IsMimeType("text", "vcard") && !type.IsMimeType("text", "x-vcard") && !type.IsMimeType("text", "css") && !type.IsMimeType("application", "pgp-signature") &&
            !type.IsMimeType("application", "pkcs7-signature") && !type.IsMimeType("application", "x-pkcs7-signature") && !type.IsMimeType("application", "ics") && !type.IsMimeType("message", "delivery-status") &&
            !type.IsMimeType("application", "ms-tnef") && !type.IsMimeType("text", "rfc822-headers");
    }
}
