using Ingest.Contracts;
using Ingest.Deduplicator.Comparing;
using Ingest.Deduplicator.Sketching;

namespace Ingest.Deduplicator.Tests.Set;

/// <summary>
/// What the clusters of a set are, computed from the whole set in the plainest way: all pairs, one pass in canonical order. What
/// the store keeps up step by step must be the same.
/// </summary>
internal static class Definition
{
    public static SortedDictionary<string, string> Of(IEnumerable<Article> articles, DeduplicatorOptions options)
    {
        var sketcher = new Sketcher(options);
        var all = articles.Select(sketcher.Of).ToList();
        var texts = all.Select(article => article.Text).DistinctBy(text => text.Identity).ToList();
        var hot = texts.SelectMany(text => text.Keys).CountBy(key => key).Where(key => key.Value > options.BucketLimit).Select(key => key.Key).ToHashSet();
        var (textRules, articleRules) = (new TextRules(options), new ArticleRules(options));

        (TextPair Pair, TextVerdict Verdict)? Edge(TextSignature first, TextSignature second) =>
            first.Keys.Intersect(second.Keys).Any(key => !hot.Contains(key)) && textRules.Judge(first, second) is { Verdict: not TextVerdict.Different } edge
                ? edge
                : null;

        var briefs = texts
            .Where(text => texts.Exists(other => other != text && Edge(text, other)?.Verdict == TextVerdict.FirstIsBrief))
            .Select(text => text.Identity).ToHashSet();
        var order = all
            .OrderBy(article => briefs.Contains(article.Text.Identity))
            .ThenByDescending(article => briefs.Contains(article.Text.Identity) ? article.Words : 0)
            .ThenBy(article => article.Published.Starts ?? long.MaxValue)
            .ThenByDescending(article => article.Words)
            .ThenBy(article => article.ArticleId, StringComparer.Ordinal);
        var canonicals = new List<Signature>();
        var result = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var article in order)
        {
            var found = false;
            foreach (var canonical in canonicals.Where(canonical => articleRules.Agree(canonical, canonical.Text.Kind, article, article.Text.Kind)))
            {
                var isSame = canonical.Text.Identity == article.Text.Identity;
                var edge = isSame ? null : Edge(article.Text, canonical.Text);
                if (!isSame && edge?.Verdict.Merges() != true)
                {
                    continue;
                }

                var relation = ArticleRules.RelationOf(article, canonical, edge?.Verdict);
                result[article.ArticleId] = Text(relation, canonical.ArticleId, isSame ? 1 : edge!.Value.Pair.Jaccard, isSame ? 1 : edge!.Value.Pair.Containment);
                found = true;
                break;
            }

            if (!found)
            {
                canonicals.Add(article);
                result[article.ArticleId] = Text(Relations.Canonical, article.ArticleId, 0, 0);
            }
        }

        return result;
    }

    public static string Text(string relation, string cluster, double similarity, double containment) =>
        FormattableString.Invariant($"{relation} {cluster} {similarity:R} {containment:R}");
}
