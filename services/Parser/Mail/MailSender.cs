using System.Collections.Frozen;
using Ingest.Parser.Articles;
using MimeKit;

namespace Ingest.Parser.Mail;

/// <summary>Who sent a message: an outlet, or a person, who may have written it.</summary>
internal static class MailSender
{
    private static readonly string[] Between = [" | ", " via ", " from ", " at ", " von ", " de ", " - ", " – ", " — ", ", "];

    private static readonly FrozenSet<string> OfOutlets = new[]
    {
        "news", "newsletter", "newsletters", "daily", "times", "post", "team", "media", "press", "agency", "the", "online", "redaktion", "service", "info", "office", "support", "today", "weekly", "briefing", "zeitung",
        "journal", "magazine", "magazin", "alert", "alerts", "update", "updates", "digest", "university", "foundation", "group", "gmbh", "inc", "blog", "editors", "editor", "editorial", "staff", "radio", "tv", "club",
        "morning", "evening", "reports", "report", "review", "observer", "courier", "herald", "gazette", "tribune", "chronicle", "mail", "notification", "notifications", "government", "ministry", "department", "council", "city",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static void Set(ArticleFields fields, MimeMessage message)
    {
        var mailbox = message.From.Mailboxes.FirstOrDefault() ?? message.Sender;
        var name = (mailbox?.Name ?? "").Trim(' ', '"', '\'');
        foreach (var word in Between)
        {
            if (name.IndexOf(word, StringComparison.OrdinalIgnoreCase) is var at and > 0 && IsPerson(name[..at]))
            {
                SetAuthor(fields, name[..at].Trim());
                name = name[(at + word.Length)..].Trim();
                break;
            }
        }

        if (IsPerson(name) && fields.List("authors").Count == 0)
        {
            SetAuthor(fields, name);
            fields.Set("source", message.Headers["Organization"], "mail:organization");
            fields.Set("source", ListName(message.Headers["List-Id"]), "mail:list-id");
        }

        fields.Set("source", name.Contains('@', StringComparison.Ordinal) ? null : name, "mail:from");
        fields.Set("source", mailbox?.Domain, "mail:domain");
    }

    private static void SetAuthor(ArticleFields fields, string name)
    {
        if (fields.Set("authors", [name], "mail:from"))
        {
            fields.Warn("authors", "the sender's name, who may not have written it");
        }
    }

    /// <summary>The words of <c>Town Courier Daily &lt;daily.courier.example&gt;</c>.</summary>
    private static string? ListName(string? header)
    {
        var name = (header ?? "").Split('<')[0].Trim(' ', '"');
        return name.Length is 0 or > 80 ? null : name;
    }

    /// <summary>Two to four capitalised words, none of which outlets have in their names.</summary>
    private static bool IsPerson(string name)
    {
        var words = name.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 4 && Agencies.KnownAgencies.Find(name) is null && !Agencies.KnownAgencies.IsOutlet(name) && char.IsUpper(words[0][0]) && char.IsUpper(words[^1][0]) &&
            Array.TrueForAll(words, word => word.All(c => char.IsLetter(c) || c is '.' or '-' or '\'' or '’') && !OfOutlets.Contains(word.TrimEnd('.')) && !(word.Length > 1 && word.All(char.IsUpper)));
    }
}
