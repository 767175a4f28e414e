using Ingest.Contracts;
using Ingest.Parser.Dates;
using Ingest.Parser.Feeds;
using Ingest.Parser.Xml;

namespace Ingest.Evaluation.Feeds;

/// <summary>How an expectation fared.</summary>
/// <param name="Met">Null when it is about a field that articles do not keep.</param>
/// <param name="Actual">What was found.</param>
/// <param name="NotKept">For an expectation about a field that articles keep otherwise than feedparser: why.</param>
internal readonly record struct Verdict(bool? Met, string? Actual, string? NotKept = null);

/// <summary>Holds a feed against what its file states of it.</summary>
internal static class FeedComparison
{
    public static Verdict Of(Expectation expected, Feed? feed)
    {
        var kept = expected.Entry is null
            ? expected.Field is "title" or "title_detail.value" or "language"
            : expected.Field is "title" or "title_detail.value" or "link" or "id" or "guid" or "summary" or "description" or "summary_detail.value" or "content.0.value"
                or "content.0.language" or "title_detail.language" or "summary_detail.language" or "published_parsed" or "updated_parsed" or "created_parsed" or "date_parsed" or "modified_parsed"
                or "published" or "updated" or "created" or "date" or "author" or "author_detail.name" or "authors.0.name" or "tags.0.term" or "tags.0.label" or "category" or "source.title" or "language";
        if (!kept)
        {
            return default;
        }

        if (feed is null || expected.Entry >= feed.Items.Count)
        {
            return new Verdict(false, "(no such item)");
        }

        return expected.Entry is { } index ? Item(expected, feed.Items[index]) : Whole(expected, feed);
    }

    private static Verdict Whole(Expectation expected, Feed feed) =>
        expected.Field == "language" ? Language(expected, feed.Language) : Same(PythonLiteral.Text(expected.Literal), feed.Title);

    private static Verdict Item(Expectation expected, FeedItem item)
    {
        var text = PythonLiteral.Text(expected.Literal);
        var fields = item.Fields;
        switch (expected.Field)
        {
            case "title" or "title_detail.value":
                return Same(text, fields.Get("title"));
            case "link":
                return Same(text, fields.Get("url"));
            case "id" or "guid":
                return Same(text, item.Key);
            case "source.title":
                return Same(text, fields.Get("source"));
            case "tags.0.term" when fields.Origin("section") is { } origin && origin.EndsWith("@label", StringComparison.Ordinal):
                return new Verdict(null, fields.Get("section"), "a section is for people: the label, which RFC 4287 (4.2.2.3) gives for display, is kept, not the term");
            case "tags.0.term" or "tags.0.label" or "category":
                return Same(text, fields.Get("section"));
            case "content.0.value" or "summary" or "description" or "summary_detail.value":
                var body = Same(text, fields.Get("body"));
                // A summary beside the whole text is not kept.
                return body.Met == false && expected.Field != "content.0.value" && fields.Origin("body") is { } rule && (rule.Contains("content", StringComparison.Ordinal) || rule.Contains("xhtml", StringComparison.Ordinal)) ? default : body;
            case "author" or "author_detail.name" or "authors.0.name":
                var authors = string.Join(", ", fields.List("authors").Concat(fields.List("agencies")));
                return new Verdict(text is not null && authors.Length > 0 && (text.Contains(fields.List("authors").FirstOrDefault(authors), StringComparison.Ordinal) || Same(text, authors).Met == true), authors);
            // The language of the text is the article's; that of its title only where there is no text.
            case "title_detail.language" when fields.Get("body") is not null:
                return default;
            case var field when field.EndsWith("language", StringComparison.Ordinal):
                return Language(expected, fields.Get("language"));
            default:
                return Date(expected, fields.Get("publishedAt"), fields.Origin("publishedAt"));
        }
    }

    private static Verdict Date(Expectation expected, string? actual, string? rule)
    {
        var instant = PythonLiteral.Instant(expected.Literal) ?? NewsDate.Start(MachineDate.Read(PythonLiteral.Text(expected.Literal))?.Value);
        var met = NewsDate.Start(actual) is { } found && found == instant;
        // An article has one date: of several, that of publication.
        var other = !met && rule is not null && !rule.Contains(expected.Field[..4], StringComparison.OrdinalIgnoreCase) && !expected.Field.StartsWith("published", StringComparison.Ordinal);
        return other ? default : new Verdict(met, actual);
    }

    private static Verdict Language(Expectation expected, string? actual)
    {
        var stated = PythonLiteral.Text(expected.Literal);
        return new Verdict(string.IsNullOrEmpty(stated) ? actual is null : stated.StartsWith(actual ?? "-", StringComparison.OrdinalIgnoreCase), actual);
    }

    /// <summary>Equal as text: the expectation may have markup, which articles have not.</summary>
    private static Verdict Same(string? expected, string? actual)
    {
        var (wanted, found) = (expected ?? "", OneLine(actual ?? ""));
        return new Verdict(OneLine(wanted) == found || OneLine(HtmlText.Paragraphs(wanted)) == found || OneLine(HtmlText.Paragraphs(HtmlText.Paragraphs(wanted))) == found, actual);
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
