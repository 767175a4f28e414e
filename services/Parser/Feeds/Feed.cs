using Ingest.Parser.Articles;

namespace Ingest.Parser.Feeds;

/// <summary>A feed as it was read, before its items become articles.</summary>
/// <param name="Format"><c>rss-2.0</c>, <c>atom-1.0</c>, <c>json-feed-1.1</c>.</param>
/// <param name="Title">The publication.</param>
/// <param name="Link">Its page.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Items">In the feed's order.</param>
internal sealed record Feed(string Format, string? Title, string? Link, string? Language, IReadOnlyList<FeedItem> Items)
{
    /// <summary>Items that are no articles by what they say themselves.</summary>
    public int LeftOut { get; init; }
}

/// <summary>One item.</summary>
/// <param name="Key">Its own identifier, else its address.</param>
/// <param name="Fields">What was found.</param>
internal sealed record FeedItem(string? Key, ArticleFields Fields);
