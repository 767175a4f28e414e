using Ingest.Contracts;
using Ingest.Deduplicator.Candidates;
using Ingest.Deduplicator.Clusters;
using Ingest.Deduplicator.Comparing;
using Ingest.Deduplicator.Sketching;

namespace Ingest.Deduplicator.Tests.Set;

/// <summary>
/// What the clusters of a set are, computed from the whole set in the plainest way: all pairs, one pass in canonical order. What
/// the store keeps up step by step must be the same.
/// </summary>
internal static class Definition
{
    public static SortedDictionary<string, string> Of(IEnumerable<Article> articles, DeduplicatorOptions options, DecisionBook decisions)
    {
        var sketcher = new Sketcher(options);
        var all = articles.Select(sketcher.Of).ToList();
        var texts = all.Select(article => new WeekText(article.Text, Weeks.Of(article.Published))).DistinctBy(text => (text.Signature.Identity, text.Week)).ToList();
        var hot = texts.SelectMany(text => text.Signature.Keys, (text, key) => (text.Week, key)).CountBy(key => key)
            .Where(key => key.Value > options.BucketLimit).Select(key => key.Key).ToHashSet();
        var (textRules, articleRules) = (new TextRules(options), new ArticleRules(options));
        var edges = new Dictionary<(WeekText, WeekText), TextEdge?>();

        TextEdge? Edge(WeekText first, WeekText second)
        {
            if (!edges.TryGetValue((first, second), out var edge))
            {
                edges.Add((first, second), edge = Make(first, second));
            }

            return edge;
        }

        TextEdge? Make(WeekText first, WeekText second)
        {
            var near = first.Week == 0 || second.Week == 0 || Math.Abs(first.Week - second.Week) <= 1;
            if (first.Signature.Identity.HasSameWords(second.Signature.Identity))
            {
                var always = first.Signature.Kind == TextKind.Full && first.Signature.Words >= options.ExactWords;
                return near || always ? new TextEdge(TextVerdict.Same, 1, 1, 1, 1, 0, first.Signature.Words) : null;
            }

            var byPhrases = first.Signature.LooksMisread || second.Signature.LooksMisread;
            var meet = near && first.Signature.Keys.Intersect(second.Signature.Keys)
                .Any(key => (byPhrases || !BandKeys.IsPhrase(key)) && !hot.Contains((first.Week, key)) && !hot.Contains((second.Week, key)));
            return meet && textRules.Judge(first.Signature, second.Signature) is { Verdict: not TextVerdict.Different } judged
                ? TextEdge.Of(judged.Pair, judged.Verdict, 0)
                : null;
        }

        var briefs = texts
            .Where(text => texts.Exists(other => other != text && Edge(text, other)?.Verdict == TextVerdict.FirstIsBrief))
            .Select(text => (text.Signature.Identity, text.Week)).ToHashSet();
        bool IsBrief(Signature article) => briefs.Contains((article.Text.Identity, Weeks.Of(article.Published)));
        var order = all
            .OrderBy(IsBrief)
            .ThenByDescending(article => IsBrief(article) ? article.Words : 0)
            .ThenBy(article => article.AgencyRank)
            .ThenBy(article => article.Published.Starts ?? long.MaxValue)
            .ThenByDescending(article => article.Words)
            .ThenBy(article => article.ArticleId, StringComparer.Ordinal);
        var byText = texts.ToDictionary(text => (text.Signature.Identity, text.Week));
        WeekText Known(Signature article) => byText[(article.Text.Identity, Weeks.Of(article.Published))];
        var centres = new List<Signature>();
        var representatives = new HashSet<Signature>();
        var rootOf = new Dictionary<string, Signature>();
        var before = new List<Signature>();
        var result = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var article in order)
        {
            bool IsSplit(Signature root) => before.Exists(other =>
                rootOf[other.ArticleId] == root && decisions.Of(article.ArticleId).Any(decision => decision.Other == other.ArticleId && !decision.IsSame));

            var joined = before.Find(other => decisions.Of(article.ArticleId).Any(decision => decision.Other == other.ArticleId && decision.IsSame));
            if (joined is not null && !IsSplit(rootOf[joined.ArticleId]))
            {
                var root = rootOf[joined.ArticleId];
                var (pair, verdict) = textRules.Judge(article.Text, root.Text);
                result[article.ArticleId] = Text(
                    ArticleRules.RelationOf(article, root, verdict.Merges() ? verdict : TextVerdict.Near), root.ArticleId, root.ArticleId, pair.Jaccard, pair.Containment);
                rootOf[article.ArticleId] = root;
                centres.Add(article);
                before.Add(article);
                continue;
            }

            (Signature Centre, TextEdge? Edge, double Similarity)? best = null;
            foreach (var centre in centres.Where(centre => !IsSplit(rootOf[centre.ArticleId])))
            {
                var isOne = Known(centre) == Known(article);
                var edge = isOne ? null : Edge(Known(article), Known(centre));
                if (!isOne && edge?.Verdict.Merges() != true)
                {
                    continue;
                }

                var similarity = edge?.Similarity ?? 1;
                if (representatives.Contains(centre) && ((similarity < 0.7 && (edge is not { Grams: > 0 } || edge.Value.Verdict.IsInside())) || !ArticleRules.DatesAgree(
                    article.Published, rootOf[centre.ArticleId].Published, articleRules.HoursFor(article.Text, centre.Text, ArticleRules.IsSame(edge)))))
                {
                    continue;
                }

                if (articleRules.Agree(centre, centre.Text, article, article.Text, edge) && (best is null || similarity > best.Value.Similarity))
                {
                    best = (centre, edge, similarity);
                }
            }

            if (best is { } found)
            {
                var root = rootOf[found.Centre.ArticleId];
                rootOf[article.ArticleId] = root;
                if (found.Centre == root && found.Similarity < 0.8)
                {
                    // Not much like it: those nearly the same as this one may not match it themselves.
                    centres.Add(article);
                    representatives.Add(article);
                }

                result[article.ArticleId] = Text(
                    ArticleRules.RelationOf(article, found.Centre, found.Edge?.Verdict), root.ArticleId, found.Centre.ArticleId, found.Similarity, found.Edge?.Containment ?? 1);
            }
            else
            {
                centres.Add(article);
                rootOf[article.ArticleId] = article;
                result[article.ArticleId] = Text(Relations.Canonical, article.ArticleId, null, 0, 0);
            }

            before.Add(article);
        }

        return result;
    }

    public static string Text(string relation, string cluster, string? matched, double similarity, double containment) =>
        FormattableString.Invariant($"{relation} {cluster} {matched} {similarity:R} {containment:R}");

    private sealed record WeekText(TextSignature Signature, int Week);
}
