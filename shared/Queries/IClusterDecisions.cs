namespace Ingest.Queries;

/// <summary>What people decide about articles, over the rules. Decisions outlive a rebuild of the clusters.</summary>
public interface IClusterDecisions
{
    /// <summary>
    /// Writes a decision down. A running deduplicator follows it within a second, another at its next start.
    /// </summary>
    Task<DecisionResult> DecideAsync(DecisionRequest request, CancellationToken cancellationToken);

    /// <summary>Decisions, oldest first.</summary>
    Task<DecisionList> ListAsync(DecisionScan request, CancellationToken cancellationToken);
}

/// <summary>A decision to be made.</summary>
/// <param name="First">An article's identifier; for <see cref="DecisionVerdicts.Same"/> also any of a cluster.</param>
/// <param name="Second">
/// The other article, or any of the other cluster. May be null for <see cref="DecisionVerdicts.Different"/>: the canonical article of
/// the cluster that the first is in.
/// </param>
/// <param name="Verdict">One of <see cref="DecisionVerdicts"/>.</param>
/// <param name="By">Who decides, for the record.</param>
public sealed record DecisionRequest(string First, string? Second, string Verdict, string By = "");

/// <summary>What came of it: a decision, or what is wrong with the request, as a sentence.</summary>
public sealed record DecisionResult(Decision? Decision, string? Mistake);

/// <summary>Which decisions.</summary>
/// <param name="After">Only those with a higher number.</param>
/// <param name="Articles">Only those that name one of these articles; null for all.</param>
public sealed record DecisionScan(long After = 0, IReadOnlyList<string>? Articles = null);

/// <summary>Decisions.</summary>
public sealed record DecisionList(IReadOnlyList<Decision> Decisions)
{
    /// <summary>Those that hold: of several on the same two articles the last, unless it takes back what was decided. Newest first.</summary>
    public IEnumerable<Decision> Standing() => Decisions
        .GroupBy(decision => string.CompareOrdinal(decision.FirstId, decision.SecondId) <= 0 ? (decision.FirstId, decision.SecondId) : (decision.SecondId, decision.FirstId))
        .Select(onSame => onSame.MaxBy(decision => decision.Number)!)
        .Where(decision => decision.Verdict != DecisionVerdicts.Undecided)
        .OrderByDescending(decision => decision.Number);
}

/// <summary>A decision on two articles; of several on the same two the last holds.</summary>
/// <param name="Number">Grows with each.</param>
/// <param name="FirstId">An article.</param>
/// <param name="SecondId">The other.</param>
/// <param name="Verdict">One of <see cref="DecisionVerdicts"/>.</param>
/// <param name="DecidedAt">When, in ISO 8601.</param>
/// <param name="DecidedBy">Who.</param>
public sealed record Decision(long Number, string FirstId, string SecondId, string Verdict, string DecidedAt, string DecidedBy);
