using Ingest.Queries;

namespace Ingest.Portal.Tests.Hosting;

/// <summary>What people decided.</summary>
internal sealed partial class Archive
{
    private readonly Dictionary<string, ClusterMember> _before = new(StringComparer.Ordinal);

    public List<DecisionRequest> Decided { get; } = [];

    public Task<DecisionResult> DecideAsync(DecisionRequest request, CancellationToken cancellationToken)
    {
        if (request.Verdict is not (DecisionVerdicts.Same or DecisionVerdicts.Different or DecisionVerdicts.Undecided))
        {
            return Task.FromResult(new DecisionResult(null, $"'{request.Verdict}' is no verdict."));
        }

        Decided.Add(request);
        Follow(request);
        return Task.FromResult(new DecisionResult(new Decision(Decided.Count, request.First, request.Second ?? "", request.Verdict, "2026-01-01T00:00:00Z", request.By), null));
    }

    public Task<DecisionList> ListAsync(DecisionScan request, CancellationToken cancellationToken) =>
        Task.FromResult(new DecisionList([.. Decided.Select((made, i) => new Decision(i + 1, made.First, made.Second ?? "", made.Verdict, "2026-01-01T00:00:00Z", made.By))
            .Where(made => request.Articles is not { } about || about.Contains(made.FirstId) || about.Contains(made.SecondId))]));

    /// <summary>A cluster of its own for the first where it is split off; where that is taken back, what was before.</summary>
    private void Follow(DecisionRequest request)
    {
        var at = Members.FindIndex(member => member.ArticleId == request.First);
        if (at < 0)
        {
            return;
        }

        if (request.Verdict == DecisionVerdicts.Different)
        {
            _before[request.First] = Members[at];
            Members[at] = Members[at] with { ClusterId = request.First, CanonicalId = request.First, Relation = Contracts.Relations.Canonical, MatchedId = null };
        }
        else if (request.Verdict == DecisionVerdicts.Undecided && _before.Remove(request.First, out var before))
        {
            Members[at] = before;
        }
    }
}
