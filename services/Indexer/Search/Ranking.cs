using Ingest.Indexer.Query;
using Ingest.Queries;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Ingest.Indexer.Search;

/// <summary>
/// Runs a request on a searcher. The order of hits depends on the articles alone: never on Lucene's own document numbers, which
/// tell in what order the articles came, nor on the last bits of a sum of floats, which differ between segments.
/// </summary>
internal static class Ranking
{
    /// <summary>More hits than asked for, so that what is equal after rounding is there to be put in order.</summary>
    private const int Margin = 64;

    public static FoundArticles Find(IndexSearcher searcher, LuceneQueries queries, SearchRequest request)
    {
        var (node, explanation) = QueryReader.Read(request.Query);
        var query = queries.Of(node, request);
        var (offset, limit) = (Math.Clamp(request.Offset, 0, 10_000), Math.Clamp(request.Limit, 0, 1_000));
        if (limit == 0)
        {
            var counter = new TotalHitCountCollector();
            searcher.Search(query, counter);
            return new FoundArticles(counter.TotalHits, [], [.. queries.Words], explanation);
        }

        var sort = SortOf(request.Sort);
        var top = searcher.Search(query, null, offset + limit + Margin, sort, doDocScores: true, doMaxScore: false);
        var hits = top.ScoreDocs.Cast<FieldDoc>().Select(hit => (ArticleId: IdOf(hit), Score: Round(hit.Score))).ToList();
        if (sort.GetSort()[0].Type == SortFieldType.SCORE)
        {
            hits.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : string.CompareOrdinal(a.ArticleId, b.ArticleId));
        }

        return new FoundArticles(top.TotalHits, [.. hits.Skip(offset).Take(limit)], [.. queries.Words], explanation);
    }

    private static string IdOf(FieldDoc hit) => ((BytesRef)hit.Fields[^1]).Utf8ToString();

    private static Sort SortOf(string sort)
    {
        var id = new SortField(IndexFields.Id, SortFieldType.STRING);
        return sort switch
        {
            // What has no date comes last either way.
            "newest" => new Sort(Date(reverse: true, missing: long.MinValue), id),
            "oldest" => new Sort(Date(reverse: false, missing: long.MaxValue), id),
            _ => new Sort(SortField.FIELD_SCORE, id),
        };
    }

    private static SortField Date(bool reverse, long missing)
    {
        var field = new SortField(IndexFields.Published, SortFieldType.INT64, reverse);
        field.SetMissingValue(missing);
        return field;
    }

    /// <summary>To five significant digits; a float has seven.</summary>
    private static double Round(float score)
    {
        if (score <= 0 || float.IsNaN(score))
        {
            return 0;
        }

        var unit = Math.Pow(10, Math.Floor(Math.Log10(score)) - 4);
        return Math.Round(score / unit) * unit;
    }
}
