using Ingest.Parser.Articles;

namespace Ingest.Parser.Feeds;

/// <summary>Makes articles of a feed's items.</summary>
internal static class FeedArticles
{
    public static ParseOutcome Of(Feed feed, ArticleList articles)
    {
        foreach (var item in feed.Items)
        {
            articles.Add(item.Fields, item.Key, feed.Format);
        }

        if (feed.LeftOut > 0)
        {
            articles.Doubt(FormattableString.Invariant($"{feed.LeftOut} items are pictures, pages or drafts and were left out"));
        }

        return articles.Finish(feed.Items.Count == 0
            ? $"The file is a feed ({feed.Format}) without items."
            : $"The file is a feed ({feed.Format}) whose items have neither title nor text.");
    }
}
