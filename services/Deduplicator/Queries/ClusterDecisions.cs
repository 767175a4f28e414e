using Ingest.Deduplicator.Store;
using Ingest.Queries;

namespace Ingest.Deduplicator.Queries;

/// <summary>Checks decisions and writes them down. They are followed by whoever next writes to the clusters.</summary>
internal sealed class ClusterDecisions(DecisionLog log, IClusterQueries clusters) : IClusterDecisions
{
    private const int LongestName = 200;

    /// <inheritdoc/>
    public async Task<DecisionResult> DecideAsync(DecisionRequest request, CancellationToken cancellationToken)
    {
        if (request.Verdict is not (DecisionVerdicts.Same or DecisionVerdicts.Different or DecisionVerdicts.Undecided) || request.By.Length > LongestName)
        {
            return new DecisionResult(null, $"The verdict must be '{DecisionVerdicts.Same}', '{DecisionVerdicts.Different}' or '{DecisionVerdicts.Undecided}', and the name at most {LongestName} characters.");
        }

        if (request is { Verdict: DecisionVerdicts.Undecided, Second: not null } && await IsDecidedAsync(request.First, request.Second, cancellationToken))
        {
            // One of them may be gone since; it would come back to the decision.
            return await WriteAsync(request, request.First, request.Second, cancellationToken);
        }

        var first = await clusters.GetAsync(new ArticleKey(request.First), cancellationToken);
        if (first is null)
        {
            return new DecisionResult(null, $"There is no article {request.First}; 'ingest clusters' lists them.");
        }

        var second = request.Second is null ? null : await clusters.GetAsync(new ArticleKey(request.Second), cancellationToken);
        if (request.Second is not null && second is null)
        {
            return new DecisionResult(null, $"There is no article {request.Second}; 'ingest clusters' lists them.");
        }

        var (firstId, secondId) = request.Verdict switch
        {
            // Clusters are joined, not single members: the canonical articles stand for them.
            DecisionVerdicts.Same => (first.CanonicalId, second?.CanonicalId),
            _ => (first.ArticleId, second?.ArticleId ?? first.CanonicalId),
        };
        if (secondId is null)
        {
            return new DecisionResult(null, "Join with what? Name a second article or cluster.");
        }

        if (firstId == secondId)
        {
            return new DecisionResult(null, request.Verdict == DecisionVerdicts.Same
                ? "Both are in one cluster already."
                : $"{firstId} is the canonical article of its cluster; name the member that it is to be parted from.");
        }

        return await WriteAsync(request, firstId, secondId, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<DecisionList> ListAsync(DecisionScan request, CancellationToken cancellationToken)
    {
        var about = request.Articles?.ToHashSet(StringComparer.Ordinal);
        return new([.. (await log.SinceAsync(request.After, cancellationToken))
            .Where(row => about is null || about.Contains(row.FirstId) || about.Contains(row.SecondId))
            .Select(row => new Decision(row.Sequence, row.FirstId, row.SecondId, row.Verdict, row.DecidedAt, row.DecidedBy))]);
    }

    private async Task<bool> IsDecidedAsync(string firstId, string secondId, CancellationToken cancellationToken) =>
        (await ListAsync(new DecisionScan(Articles: [firstId]), cancellationToken)).Decisions
            .Any(decision => decision.FirstId == secondId || decision.SecondId == secondId);

    private async Task<DecisionResult> WriteAsync(DecisionRequest request, string firstId, string secondId, CancellationToken cancellationToken)
    {
        var number = await log.AddAsync(firstId, secondId, request.Verdict, request.By, cancellationToken);
        return new DecisionResult((await ListAsync(new DecisionScan(number - 1), cancellationToken)).Decisions[0], null);
    }
}
