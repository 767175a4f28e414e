namespace Ingest.Evaluation.Search;

/// <summary>Means over queries of nDCG at 10 (given gains, linear) and average precision (gain above 0, every rank that was returned).</summary>
internal sealed record RankingScore(double Ndcg, double Map)
{
    private const int Depth = 10;

    public static RankingScore Of(SearchCollection collection, IReadOnlyDictionary<string, IReadOnlyList<string>> rankings)
    {
        var scores = collection.Queries.Select(query => Of(rankings[query.Id], collection.Gains[query.Id])).ToList();
        return new RankingScore(scores.Average(score => score.Ndcg), scores.Average(score => score.Map));
    }

    public static RankingScore Of(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> gains)
    {
        var ideal = Discounted(gains.Values.OrderDescending());
        var relevant = gains.Values.Count(gain => gain > 0);
        var (found, precision) = (0, 0.0);
        for (var i = 0; i < ranking.Count; i++)
        {
            if (gains.GetValueOrDefault(ranking[i]) > 0)
            {
                precision += (double)++found / (i + 1);
            }
        }

        return new RankingScore(ideal == 0 ? 0 : Discounted(ranking.Select(id => gains.GetValueOrDefault(id))) / ideal, precision / relevant);
    }

    private static double Discounted(IEnumerable<int> gains) => gains.Take(Depth).Select((gain, i) => gain / Math.Log2(i + 2)).Sum();
}
