using Ingest.Contracts;
using Ingest.Parser.Articles;
using Ingest.Parser.Exports;
using Ingest.Parser.Html;
using Ingest.Parser.PlainText;
using Ingest.Parser.Text;

namespace Ingest.Parser.Mail;

/// <summary>The text of a message: of its page where it has one, else of its plain part; or the articles of an export that was sent by mail.</summary>
/// <param name="Body">Paragraphs.</param>
/// <param name="Rule">For <c>origin</c>.</param>
/// <param name="Encoding">Of the part it was taken from.</param>
/// <param name="Page">What the rules for pages found, when the text is theirs.</param>
/// <param name="Exported">The articles, when the message is an export of several.</param>
internal sealed record MessageText(string Body, string Rule, string Encoding, Article? Page, IReadOnlyList<Article> Exported)
{
    /// <summary>The message within it that the text is, when it was forwarded.</summary>
    public Forwarded? Forwarded { get; init; }

    /// <summary>The page's article must hold at least this share of what the page shows, or it is one item of many.</summary>
    private const double LeastShare = 0.35;

    /// <summary>So many linked headlines besides an article make a newsletter, when they are this share of its length together.</summary>
    private const int LeastLost = 3;

    private const double LeastShareLost = 0.2;

    private const string Armour = "-----BEGIN PGP MESSAGE-----";

    /// <summary>The text; null when the message has none. <paramref name="encrypted"/>: it has one that needs a key.</summary>
    public static MessageText? Of(MailParts parts, string? subject, Func<DecodedText, ArticleList> list, Deadline deadline, out bool encrypted)
    {
        encrypted = false;
        foreach (var part in parts.Pages.Take(3))
        {
            var page = MailText.Decode(part);
            if (string.IsNullOrWhiteSpace(page.Text))
            {
                continue;
            }

            if (OfPage(page, subject, list(page), deadline) is { } found)
            {
                return found;
            }
        }

        var texts = parts.Texts.ConvertAll(part => (Part: part, Text: MailText.Decode(part)));
        encrypted = texts.Exists(text => text.Text.Text.Contains(Armour, StringComparison.Ordinal));
        if (encrypted || texts.Count == 0)
        {
            return null;
        }

        if (texts.Count == 1 && DatabaseExports.Read(texts[0].Text.Text, list(texts[0].Text), deadline) is ParseOutcome.Parsed export)
        {
            return new MessageText("", "", texts[0].Text.Encoding, null, export.Articles);
        }

        if (Forwarded.Of(texts[0].Text.Text, subject) is { } forwarded && MailText.Paragraphs(forwarded.Text, texts[0].Part.IsFlowed) is var inner && ArticleLikeness.Has(null, inner))
        {
            return new MessageText(inner, "mail:text-forwarded", texts[0].Text.Encoding, null, []) { Forwarded = forwarded };
        }

        var body = string.Join("\n\n", texts.Select(text => MailText.Paragraphs(text.Text.Text, text.Part.IsFlowed)).Where(text => text.Length > 0));
        return ArticleLikeness.Has(null, body) ? new MessageText(body, "mail:text", texts[0].Text.Encoding, null, []) : null;
    }

    private static MessageText? OfPage(DecodedText page, string? subject, ArticleList list, Deadline deadline)
    {
        var found = HtmlReader.Read(page.Text, list, deadline) as ParseOutcome.Parsed;
        if (found is { Articles.Count: > 1 } || found?.Articles[0].Origin.GetValueOrDefault("format") is not (null or "html"))
        {
            return new MessageText("", "", page.Encoding, null, found.Articles);
        }

        var (all, headlines) = MailPage.Read(page.Text, deadline);
        if (Forwarded.Of(all, subject) is { } forwarded && ArticleLikeness.Has(null, forwarded.Text))
        {
            return new MessageText(forwarded.Text, "mail:html-forwarded", page.Encoding, null, []) { Forwarded = forwarded };
        }

        if (found?.Articles[0] is { } article && article.Body.Length >= all.Length * LeastShare && !Loses(article.Body, headlines))
        {
            return new MessageText(article.Body, "mail:html," + article.Origin.GetValueOrDefault("body", "page"), page.Encoding, article, []);
        }

        return ArticleLikeness.Has(null, all) ? new MessageText(all, "mail:html-paragraphs", page.Encoding, null, []) : null;
    }

    /// <summary>Whether several headlines of a newsletter would be left out, and not only what stands below an article.</summary>
    private static bool Loses(string body, IReadOnlyList<string> headlines)
    {
        var lost = headlines.Where(headline => !body.Contains(headline, StringComparison.Ordinal)).ToList();
        return lost.Count >= LeastLost && lost.Sum(headline => headline.Length) >= body.Length * LeastShareLost;
    }
}
