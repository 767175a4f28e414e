namespace Ingest.Evaluation.Dedup;

/// <summary>How well clusters are those of the stories: over pairs of articles, and as the adjusted Rand index (Hubert and Arabie 1985).</summary>
/// <param name="Pairs">Pairs of one story.</param>
/// <param name="Found">Of these, pairs in one cluster.</param>
/// <param name="Together">Pairs in one cluster.</param>
/// <param name="AdjustedRand">1 when clusters and stories are the same partition, 0 when they agree as much as chance has it.</param>
/// <param name="Stories">Stories there are.</param>
/// <param name="Whole">Of these, stories all of whose articles are in one cluster.</param>
internal sealed record PaperScore(long Pairs, long Found, long Together, double AdjustedRand, int Stories, int Whole)
{
    /// <summary>Scores articles by their stories and clusters.</summary>
    public static PaperScore Of(IReadOnlyList<(int Story, string Cluster)> articles)
    {
        var pairs = Sum(articles.GroupBy(article => article.Story));
        var together = Sum(articles.GroupBy(article => article.Cluster));
        var found = Sum(articles.GroupBy(article => article));
        var all = Choose(articles.Count);
        var byChance = (double)pairs * together / all;
        var stories = articles.GroupBy(article => article.Story).ToList();
        return new PaperScore(
            pairs, found, together, (found - byChance) / (((pairs + together) / 2.0) - byChance), stories.Count, stories.Count(story => story.DistinctBy(article => article.Cluster).Count() == 1));
    }

    public override string ToString() => FormattableString.Invariant(
        $"pairs: precision {(double)Found / Together:0.0000}, recall {(double)Found / Pairs:0.0000}; adjusted Rand index {AdjustedRand:0.0000}; {Whole} of {Stories} stories in one cluster");

    private static long Sum<T>(IEnumerable<IGrouping<T, (int Story, string Cluster)>> groups) => groups.Sum(group => Choose(group.Count()));

    private static long Choose(int count) => (long)count * (count - 1) / 2;
}
