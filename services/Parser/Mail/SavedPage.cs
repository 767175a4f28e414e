using Ingest.Contracts;
using Ingest.Parser.Articles;
using Ingest.Parser.Dates;
using Ingest.Parser.Html;
using Ingest.Parser.Text;
using MimeKit;

namespace Ingest.Parser.Mail;

/// <summary>Reads a page that a browser saved in one file (MHTML): its root, or the frame that holds the article.</summary>
internal static class SavedPage
{
    private const int MostFrames = 20;

    public static ParseOutcome Read(MimeMessage message, Func<DecodedText, ArticleList> list, int mostParts, Deadline deadline)
    {
        ParseOutcome? first = null;
        foreach (var part in Pages(message, mostParts).Take(MostFrames))
        {
            deadline.Check();
            var page = MailText.Decode(part);
            if (string.IsNullOrWhiteSpace(page.Text))
            {
                continue;
            }

            var outcome = HtmlReader.Read(page.Text, list(page), deadline);
            if (outcome is ParseOutcome.Parsed parsed)
            {
                return parsed with { Articles = [.. parsed.Articles.Select((article, index) => index == 0 && parsed.Articles.Count == 1 ? Placed(article, message, part) : article)] };
            }

            first ??= outcome;
        }

        return first ?? new ParseOutcome.Rejected(RejectionReasons.NoArticle, "The saved page has no part that is an HTML page.");
    }

    /// <summary>Reads a page that Safari saved.</summary>
    public static ParseOutcome Read(WebArchive archive, DecodedText? page, Func<DecodedText, ArticleList> list, Deadline deadline)
    {
        var outcome = page is null ? null : HtmlReader.Read(page.Text, list(page), deadline);
        return outcome switch
        {
            null => new ParseOutcome.Rejected(RejectionReasons.NoArticle, "The saved page's main resource is no HTML page."),
            ParseOutcome.Parsed { Articles: [var article] } parsed => parsed with
            {
                Articles =
                [
                    article with
                    {
                        Url = article.Url ?? Web(archive.Url),
                        Origin = new Dictionary<string, string>(article.Origin, StringComparer.Ordinal) { ["format"] = "webarchive", ["url"] = article.Origin.GetValueOrDefault("url", "webarchive:url") },
                    },
                ],
            },
            _ => outcome,
        };
    }

    /// <summary>The root first, then the other pages by size.</summary>
    private static IEnumerable<TextPart> Pages(MimeMessage message, int mostParts)
    {
        var pages = MailParts.Of(message.Body, mostParts).Pages;
        var root = (message.Body as MultipartRelated)?.Root as TextPart;
        root = root?.ContentType.IsMimeType("text", "html") == true ? root : pages.FirstOrDefault();
        return root is null ? [] : pages.Where(page => page != root).OrderByDescending(page => page.Content?.Stream?.Length ?? 0).Prepend(root);
    }

    /// <summary>What the envelope knows of the page, where the page does not say it itself.</summary>
    private static Article Placed(Article article, MimeMessage message, TextPart part)
    {
        var origin = new Dictionary<string, string>(article.Origin, StringComparer.Ordinal) { ["format"] = "mhtml" };
        var (url, date, warnings) = (article.Url, article.PublishedAt, article.Warnings.ToList());
        if (url is null && (Web(message.Headers["Snapshot-Content-Location"]) ?? Web(part.ContentLocation?.OriginalString) ?? Web(message.Headers["Content-Location"])) is { } location)
        {
            (url, origin["url"]) = (location, "mhtml:content-location");
        }

        if (date is null && MachineDate.Read(message.Headers["Date"])?.Value is { } saved)
        {
            (date, origin["publishedAt"]) = (saved, "mhtml:date");
            warnings.RemoveAll(warning => warning.StartsWith("publishedAt: missing", StringComparison.Ordinal));
            warnings.Add("publishedAt: the day the page was saved, it states none");
        }

        return article with { Url = url, PublishedAt = date, Origin = origin, Warnings = warnings };
    }

    private static string? Web(string? address)
    {
        var url = address?.Trim().Trim('<', '>');
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? url : null;
    }
}
