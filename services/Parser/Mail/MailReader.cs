using System.Text;
using Ingest.Contracts;
using Ingest.Parser.Articles;
using Ingest.Parser.Text;
using Ingest.Parser.Mail.Outlook;
using MimeKit;

namespace Ingest.Parser.Mail;

/// <summary>Reads messages: each is an article, with those it forwards and the files it brings. Nothing is ever loaded that a message refers to.</summary>
internal sealed class MailReader(ParserOptions options, TimeProvider time, FileParser files)
{
    private static readonly MimeKit.ParserOptions Mime;

    // Before the library first meets a charset: what it did not find then it never finds.
    static MailReader()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Mime = new() { MaxMimeDepth = 64 };
    }

    public ParseOutcome Read(FileContent content, MailKind kind, Deadline deadline, CancellationToken cancellationToken)
    {
        if (kind == MailKind.Page)
        {
            return Load(content.Bytes) is { } saved ? SavedPage.Read(saved, decoded => List(content, decoded), options.MaxMailParts, deadline) : Damaged("The saved page has no readable parts.");
        }

        var articles = new MailArticles(content);
        var open = new Reading(content, articles, deadline, cancellationToken);
        if (kind is MailKind.Message or MailKind.Outlook)
        {
            var message = kind == MailKind.Message ? Load(AppleMessage.Of(content.Bytes)) : OutlookMessage.Read(content.Bytes, options.MaxDocumentBytes, deadline);
            if (message is null)
            {
                return Damaged("The message has no readable parts.");
            }

            if (ReadMessage(open, message, null, content.Depth) is { } none)
            {
                if (none.Reason == RejectionReasons.TooDeep && articles.Count == 0)
                {
                    return none;
                }

                articles.Member(new MemberOutcome(message.MessageId ?? "message", 0, none.Reason, none.Detail));
            }

            return articles.Finish("The message has no text.");
        }

        var number = content.FirstOrdinal;
        foreach (var bytes in Mbox.Messages(content.Bytes))
        {
            deadline.Check();
            number++;
            if (Load(Mbox.Message(bytes)) is not { } message)
            {
                articles.Member(new MemberOutcome(Name(null, number), 0, RejectionReasons.Damaged, "The message has no readable parts."));
                continue;
            }

            var before = articles.Count;
            if (ReadMessage(open, message, null, content.Depth) is { } rejected)
            {
                articles.Member(new MemberOutcome(Name(message.MessageId, number), articles.Count - before, rejected.Reason, rejected.Detail));
            }
            else
            {
                articles.Member(new MemberOutcome(Name(message.MessageId, number), articles.Count - before));
            }
        }

        return articles.Finish("The mailbox has no message with a text.");
    }

    /// <summary>Adds a message's articles; the reason when it has none of its own and nothing in it has.</summary>
    private ParseOutcome.Rejected? ReadMessage(Reading open, MimeMessage message, string? within, int depth)
    {
        open.Deadline.Check();
        var before = open.Articles.Count;
        var key = message.MessageId is { Length: > 0 } id ? id : null;
        var path = within is null ? key : $"{within}!/{key}";
        if (IsTooDeep(message.Body))
        {
            var deep = new ParseOutcome.Rejected(
                RejectionReasons.TooDeep, FormattableString.Invariant($"The parts of the message stand in each other deeper than {Mime.MaxMimeDepth} times, as no mail program writes them."));
            NoteWithin(deep);
            return deep;
        }

        var parts = MailParts.Of(message.Body, options.MaxMailParts);
        if (parts.TooMany)
        {
            open.Articles.Doubt(FormattableString.Invariant($"a message has more than {options.MaxMailParts} parts (Ingest:Parser:MaxMailParts), the rest was left out"));
        }

        var text = MessageText.Of(parts, message.Subject, decoded => List(open.Content, decoded), open.Deadline, out var encrypted);
        ParseOutcome.Rejected? rejected = null;
        if (text is { Exported.Count: > 0 })
        {
            open.Articles.Add(text.Exported, path, own: false);
        }
        else if (text is not null)
        {
            var list = List(open.Content, new DecodedText("", text.Encoding));
            list.Add(MessageFields.Of(message, text), key, "eml");
            var outcome = list.Finish("The message has no text.");
            rejected = outcome as ParseOutcome.Rejected;
            open.Articles.Add(outcome is ParseOutcome.Parsed parsed ? parsed.Articles : [], path, own: true);
        }

        ReadMembers(open, parts, path, depth);
        if (open.Articles.Count > before)
        {
            return rejected;
        }

        rejected ??= encrypted || parts.Encrypted
            ? new ParseOutcome.Rejected(RejectionReasons.Encrypted, "The message is encrypted (S/MIME or PGP). Save it decrypted.")
            : new ParseOutcome.Rejected(RejectionReasons.NoArticle, "The message has no text.");
        NoteWithin(rejected);
        return rejected;

        // Of a message that stands in no other, the caller says what became of it.
        void NoteWithin(ParseOutcome.Rejected reason)
        {
            if (within is not null)
            {
                open.Articles.Member(new MemberOutcome(path ?? "message", 0, reason.Reason, reason.Detail));
            }
        }
    }

    /// <summary>What is nested deeper than is read stands there as a text of parts and boundaries.</summary>
    private static bool IsTooDeep(MimeEntity? body)
    {
        while (body is Multipart { Count: > 0 } several)
        {
            body = several[^1] is Multipart ? several[^1] : several[0];
        }

        return body is MimePart && body.ContentType.IsMimeType("multipart", "*");
    }

    private void ReadMembers(Reading open, MailParts parts, string? path, int depth)
    {
        foreach (var message in parts.Messages)
        {
            if (depth + 1 >= options.MaxMailDepth)
            {
                open.Articles.Member(TooDeep($"{path}!/{message.MessageId}"));
                continue;
            }

            var before = open.Articles.Count;
            if (ReadMessage(open, message, path ?? "message", depth + 1) is null)
            {
                open.Articles.Member(new MemberOutcome($"{path}!/{message.MessageId}", open.Articles.Count - before));
            }
        }

        foreach (var file in parts.Files)
        {
            open.Deadline.Check();
            var name = $"{path}!/{file.FileName ?? file.ContentType.MimeType}";
            if (depth + 1 >= options.MaxMailDepth)
            {
                open.Articles.Member(TooDeep(name));
                continue;
            }

            var outcome = files.Parse(open.Content with { Bytes = MailText.Bytes(file), Depth = depth + 1, FirstOrdinal = 0 }, open.CancellationToken);
            var articles = (outcome as ParseOutcome.Parsed)?.Articles ?? [];
            var rejected = outcome as ParseOutcome.Rejected;
            open.Articles.Add(articles, name, own: false);
            open.Articles.Member(new MemberOutcome(name, articles.Count, rejected?.Reason, rejected?.Detail));
        }
    }

    private MemberOutcome TooDeep(string name) =>
        new(name, 0, RejectionReasons.TooDeep, FormattableString.Invariant($"Messages and files stand in each other deeper than {options.MaxMailDepth} (Ingest:Parser:MaxMailDepth)."));

    private ArticleList List(FileContent content, DecodedText decoded) => new(content, decoded, options, time);

    private static MimeMessage? Load(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlySpan<byte> before = [0x0D, 0x0A, 0x20, 0x09, 0xEF, 0xBB, 0xBF];
        var start = bytes.Span.IndexOfAnyExcept(before);
        try
        {
            using var stream = new MemoryStream((start < 0 ? bytes : bytes[start..]).ToArray(), writable: false);
            return MimeMessage.Load(Mime, stream);
        }
        catch (Exception exception) when (exception is FormatException or IOException or ArgumentException or NotSupportedException or InvalidOperationException)
        {
            return null;
        }
    }

    private static ParseOutcome.Rejected Damaged(string detail) => new(RejectionReasons.Damaged, detail);

    private static string Name(string? messageId, int number) => messageId is { Length: > 0 } ? messageId : FormattableString.Invariant($"message {number}");

    private sealed record Reading(FileContent Content, MailArticles Articles, Deadline Deadline, CancellationToken CancellationToken);
}
