using Ingest.Parser.Articles;
using Ingest.Parser.Dates;
using Ingest.Parser.Language;
using Ingest.Parser.PlainText;
using MimeKit;

namespace Ingest.Parser.Mail;

/// <summary>The fields of a message: subject, date, sender, and what its page states.</summary>
internal static class MessageFields
{
    public static ArticleFields Of(MimeMessage message, MessageText text)
    {
        var fields = new ArticleFields();
        if (text.Forwarded is { } forwarded)
        {
            // The message around it is not the news, so only what the inner one does not state is taken from it.
            fields.Set("title", MailSubject.Clean(forwarded.Subject), "mail:forwarded-subject");
            fields.Set(forwarded.Sent, "mail:forwarded-date");
            using var inner = new MimeMessage();
            inner.From.Add(forwarded.Sender);
            MailSender.Set(fields, inner);
        }

        fields.Set("title", MailSubject.Clean(message.Subject), "mail:subject");
        fields.Set("title", text.Page?.Title, "html:title");
        fields.Set("body", text.Body, text.Rule);
        SetDate(fields, message);
        if (text.Page is { Authors.Count: > 0 } page)
        {
            fields.Set("authors", page.Authors, page.Origin.GetValueOrDefault("authors", "html:authors"));
        }

        MailSender.Set(fields, message);
        fields.Set("language", LanguageCode.Of(message.Headers["Content-Language"]), "mail:content-language");
        fields.Set("language", text.Page?.Origin.GetValueOrDefault("language")?.StartsWith("detected", StringComparison.Ordinal) == false ? text.Page.Language : null, "html:lang");
        fields.Set("url", Address(message.Headers["Archived-At"]), "mail:archived-at");
        fields.Set("url", text.Page?.Url, text.Page?.Origin.GetValueOrDefault("url") ?? "html:url");
        fields.Set("section", text.Page?.Section, "html:section");
        if (Dateline.Read(text.Body) is { } line)
        {
            fields.Set("dateline", line.Text, "first-paragraph");
            fields.Set("agencies", line.Agencies, "dateline");
        }

        fields.Note("encoding", text.Encoding);
        return fields;
    }

    private static void SetDate(ArticleFields fields, MimeMessage message)
    {
        if (fields.Set(MachineDate.Read(message.Headers["Date"]), "mail:date"))
        {
            return;
        }

        // The last server that had it wrote the first of these.
        var received = message.Headers["Received"];
        if (received?.LastIndexOf(';') is { } at and > 0 && fields.Set(MachineDate.Read(received[(at + 1)..]), "mail:received"))
        {
            fields.Warn("publishedAt", "taken from the day the message was received");
        }
    }

    private static string? Address(string? header)
    {
        var url = (header ?? "").Trim('<', '>', ' ');
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? url : null;
    }
}
