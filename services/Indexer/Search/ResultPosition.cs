using System.Globalization;
using Lucene.Net.Search;
using Int64 = J2N.Numerics.Int64;
using Number = J2N.Numerics.Number;
using Single = J2N.Numerics.Single;

namespace Ingest.Indexer.Search;

/// <summary>
/// A place in a ranked or sorted result: what the hits behind it are compared with, so that no page costs more than the first. By date it is
/// exact for ever. By relevance the numbers change while articles arrive: the state of the index in which it was found is kept for a while, and
/// afterwards the place is found anew by its article.
/// </summary>
/// <param name="Relaxed">Whether the result is that of <see cref="LooseWords.Some"/>.</param>
/// <param name="Score">Relevance when it was found.</param>
/// <param name="Published">Ticks; the extremes stand for undated.</param>
/// <param name="Tie">See <see cref="IndexFields.Tie"/>.</param>
/// <param name="View">The state of the index in which it was found, see <see cref="SearcherLeases"/>; 0 for none that is kept.</param>
/// <param name="ArticleId">The last article before.</param>
internal sealed record ResultPosition(bool Relaxed, float Score, long Published, long Tie, long View, string ArticleId)
{
    public static ResultPosition Of(FieldDoc hit, string articleId, SearchOrder order, bool relaxed, long view)
    {
        var first = (Number)hit.Fields[0];
        return new ResultPosition(relaxed, hit.Score, order == SearchOrder.Relevance ? 0 : first.ToInt64(), ((Number)hit.Fields[1]).ToInt64(), view, articleId);
    }

    /// <summary>Null for anything that <see cref="ToString"/> has not written.</summary>
    public static ResultPosition? Read(string? text) =>
        text?.Split(' ', 6) is [var relaxed, var score, var published, var tie, var view, var articleId]
        && int.TryParse(score, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bits)
        && long.TryParse(published, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var ticks)
        && long.TryParse(tie, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && long.TryParse(view, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
        && BitConverter.Int32BitsToSingle(bits) is var value && float.IsFinite(value)
            ? new ResultPosition(relaxed == "1", value, ticks, number, version, articleId)
            : null;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Relaxed ? 1 : 0)} {BitConverter.SingleToInt32Bits(Score)} {Published} {Tie} {View} {ArticleId}");

    /// <summary>The place in today's result of the same query.</summary>
    public FieldDoc In(LiveSearcher searcher, Query query, SearchOrder order)
    {
        var score = Score;
        if (order == SearchOrder.Relevance)
        {
            var itself = new QueryWrapperFilter(new TermQuery(ArticleDocument.Key(ArticleId)));
            score = searcher.Search(query, itself, 1).ScoreDocs is [var hit] ? hit.Score : Score;
        }

        object first = order == SearchOrder.Relevance ? Single.GetInstance(score) : Int64.GetInstance(Published);
        // No document has that number, so of equals none follows: that is the article itself.
        return new FieldDoc(int.MaxValue, score, [first, Int64.GetInstance(Tie)]);
    }
}
