namespace Ingest.Deduplicator.Clusters;

/// <summary>
/// Which of two articles is rather the canonical one: a full text before a brief; of briefs the longer, so that a brief of a
/// brief comes after it; then an agency's own article, by the agency's rank; then the earlier, the longer, the lower identifier. Total, and
/// a function of the set of articles.
/// </summary>
internal readonly record struct CanonicalOrder(int BriefRank, int AgencyRank, long Starts, int Words, string Id) : IComparable<CanonicalOrder>
{
    /// <summary>An article's place in the order. One without a date comes after those with one.</summary>
    public static CanonicalOrder Of(ArticleNode article)
    {
        var text = article.Text!;
        // Not a brief: 0, before every brief, of which a longer one has a lower rank.
        var brief = text.Briefs == 0 ? 0 : int.MaxValue - text.Signature.Words;
        return new CanonicalOrder(brief, article.AgencyRank, article.Published.Starts ?? long.MaxValue, text.Signature.Words, article.Id);
    }

    /// <summary>Whether one comes before another.</summary>
    public static bool IsBefore(ArticleNode first, ArticleNode second) => Of(first).CompareTo(Of(second)) < 0;

    /// <inheritdoc/>
    public int CompareTo(CanonicalOrder other)
    {
        var order = BriefRank.CompareTo(other.BriefRank);
        order = order != 0 ? order : AgencyRank.CompareTo(other.AgencyRank);
        order = order != 0 ? order : Starts.CompareTo(other.Starts);
        order = order != 0 ? order : other.Words.CompareTo(Words);
        return order != 0 ? order : string.CompareOrdinal(Id, other.Id);
    }
}
