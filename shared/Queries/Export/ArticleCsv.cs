using System.Globalization;
using Ingest.Contracts;

namespace Ingest.Queries.Export;

/// <summary>Articles as CSV by RFC 4180, one row each, lists joined by "; ".</summary>
public static class ArticleCsv
{
    /// <summary>The header row.</summary>
    public const string Header =
        "articleId,watch,path,ordinal,key,title,publishedAt,authors,agencies,dateline,language,url,source,section,body\r\n";

    /// <summary>One article.</summary>
    public static string Row(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        string?[] cells =
        [
            article.ArticleId, article.Watch, article.Path, article.Ordinal.ToString(CultureInfo.InvariantCulture), article.Key, article.Title,
            article.PublishedAt, string.Join("; ", article.Authors), string.Join("; ", article.Agencies), article.Dateline, article.Language,
            article.Url, article.Source, article.Section, article.Body,
        ];
        return string.Join(',', cells.Select(Cell)) + "\r\n";
    }

    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        // A spreadsheet runs a cell that begins like a formula; an apostrophe makes it text (OWASP, CSV injection).
        var safe = text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") || safe.Length != text.Length ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
