using Ingest.Deduplicator.Store;
using Ingest.Queries;

namespace Ingest.Deduplicator.Clusters;

/// <summary>What people decided, by article: for each that they named, the other and whether both are one story.</summary>
internal sealed class DecisionBook
{
    private readonly Dictionary<string, List<(string Other, bool IsSame)>> _byArticle = [];

    /// <summary>Number of the last decision in it.</summary>
    public long Last { get; private set; }

    /// <summary>The decisions that name an article.</summary>
    public IReadOnlyList<(string Other, bool IsSame)> Of(string articleId) =>
        _byArticle.TryGetValue(articleId, out var found) ? found : [];

    /// <summary>Takes on a decision; of several on the same two articles the last holds.</summary>
    public void Add(DecisionRow decision)
    {
        bool? isSame = decision.Verdict switch
        {
            DecisionVerdicts.Same => true,
            DecisionVerdicts.Different => false,
            _ => null,
        };
        SetOne(decision.FirstId, decision.SecondId, isSame);
        SetOne(decision.SecondId, decision.FirstId, isSame);
        Last = decision.Sequence;
    }

    private void SetOne(string article, string other, bool? isSame)
    {
        if (!_byArticle.TryGetValue(article, out var found))
        {
            _byArticle.Add(article, found = []);
        }

        found.RemoveAll(decision => decision.Other == other);
        if (isSame is { } same)
        {
            found.Add((other, same));
        }
    }
}
