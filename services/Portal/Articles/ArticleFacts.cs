using Ingest.Contracts;
using Ingest.Portal.Layout;

namespace Ingest.Portal.Articles;

/// <summary>An article's metadata as rows, each with the rule that found it.</summary>
internal static class ArticleFacts
{
    public static IEnumerable<ArticleFact> Of(Article article)
    {
        var rows = new (string Name, string Field, string? Value, string? Link)[]
        {
            ("Title", "title", article.Title, null),
            ("Published", "publishedAt", article.PublishedAt, null),
            ("Authors", "authors", string.Join(", ", article.Authors), null),
            ("Agencies", "agencies", string.Join(", ", article.Agencies), null),
            ("Dateline", "dateline", article.Dateline, null),
            ("Source", "source", article.Source, null),
            ("Section", "section", article.Section, null),
            ("Language", "language", article.Language, null),
            ("Link", "url", article.Url, Wording.WebLink(article.Url)),
            ("Body", "body", article.Origin.ContainsKey("body") ? Wording.Count(article.Body.Length, "character", "characters") : null, null),
        };
        return rows
            .Where(row => !string.IsNullOrEmpty(row.Value))
            .Select(row => new ArticleFact(row.Name, row.Value!, row.Link, article.Origin.GetValueOrDefault(row.Field)));
    }
}

/// <summary>One row.</summary>
internal sealed record ArticleFact(string Name, string Value, string? Link, string? Origin);
