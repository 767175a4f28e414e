using System.Text;
using Ingest.Contracts;
using Ingest.Parser;

namespace Ingest.Evaluation.Html;

/// <summary>The readers that are compared.</summary>
internal static class Readers
{
    private static readonly ArticleReader Reader = new(new ParserOptions(), TimeProvider.System);

    public static Prediction Ingest(ExpectedPage page) =>
        Reader.Read(page.Bytes, page.Name, CancellationToken.None) is ParseOutcome.Parsed { Articles: [var article, ..] }
            ? new Prediction(article.Body, article.Title, NewsDate.Day(article.PublishedAt), article.Authors) { DayRule = article.Origin.GetValueOrDefault("publishedAt") }
            : Prediction.Nothing;

    public static Prediction SmartReader(ExpectedPage page)
    {
        try
        {
            var article = new global::SmartReader.Reader("http://example.org/", Encoding.UTF8.GetString(page.Bytes)).GetArticle();
            using var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(article.Content ?? "");
            return new Prediction(
                PlainText.Of(document.Body!), article.Title, article.PublicationDate?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                string.IsNullOrEmpty(article.Author) ? [] : [article.Author]);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return Prediction.Nothing;
        }
    }
}
