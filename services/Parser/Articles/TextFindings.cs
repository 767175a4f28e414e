using Ingest.Contracts;
using Ingest.Parser.Days;
using Ingest.Parser.Quotes;

namespace Ingest.Parser.Articles;

/// <summary>What the finished text of an article says by itself, whatever file it came from: quotations and named days.</summary>
internal static class TextFindings
{
    /// <summary>The outcome with them; a rejection as it is.</summary>
    public static ParseOutcome Add(ParseOutcome outcome, Deadline deadline)
    {
        if (outcome is not ParseOutcome.Parsed parsed)
        {
            return outcome;
        }

        var articles = new List<Article>(parsed.Articles.Count);
        foreach (var article in parsed.Articles)
        {
            deadline.Check();
            articles.Add(Of(article));
        }

        return parsed with { Articles = articles };
    }

    private static Article Of(Article article)
    {
        var quotes = article.Quotes.Count > 0 ? article.Quotes : QuoteReader.Read(article.Body, article.Language);
        var days = article.Days.Count > 0 ? article.Days : DayReader.Read(article.Body, article.PublishedAt, article.Language);
        return quotes.Count + days.Count == 0 ? article : article with { Quotes = quotes, Days = days };
    }
}
