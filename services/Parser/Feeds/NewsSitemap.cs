using Ingest.Parser.Articles;
using Ingest.Parser.Dates;
using Ingest.Parser.Language;
using Ingest.Parser.Xml;

namespace Ingest.Parser.Feeds;

/// <summary>Reads a site's list of its latest articles for search engines (<c>urlset</c> with <c>news:news</c>): headlines without texts.</summary>
internal static class NewsSitemap
{
    /// <summary>The outcome; null when the document is no list of news.</summary>
    public static ParseOutcome? Read(Element root, ArticleList articles, Deadline deadline)
    {
        if (!root.Is("urlset") || !root.Children("url").Any(url => url.Child("news") is not null))
        {
            return null;
        }

        foreach (var url in root.Children("url"))
        {
            deadline.Check();
            if (url.Child("news") is not { } news)
            {
                continue;
            }

            var fields = new ArticleFields();
            fields.Set("title", Line(news.Child("title")), "news:title");
            fields.Set(MachineDate.Read(Line(news.Child("publication_date"))), "news:publication_date");
            fields.Set("source", Line(news.At("publication", "name")), "news:publication");
            fields.Set("language", LanguageCode.Of(Line(news.At("publication", "language"))), "news:language");
            fields.Set("url", Line(url.Child("loc")), "sitemap:loc");
            articles.Add(fields, fields.Get("url"), "news-sitemap");
        }

        return articles.Finish("The file is a list of news for search engines in which nothing has a title.");
    }

    private static string? Line(Element? element) => element is null ? null : HtmlText.Line(element.Text);
}
