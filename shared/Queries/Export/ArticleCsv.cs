using System.Text;
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
        var row = new StringBuilder(article.Body.Length + 512);
        Csv.Append(
            row, article.ArticleId, article.Watch, article.Path, article.Ordinal, article.Key, article.Title,
            article.PublishedAt, string.Join("; ", article.Authors), string.Join("; ", article.Agencies), article.Dateline, article.Language,
            article.Url, article.Source, article.Section, article.Body);
        return row.ToString();
    }
}
