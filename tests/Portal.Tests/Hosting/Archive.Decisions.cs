using Ingest.Queries;

namespace Ingest.Portal.Tests.Hosting;

/// <summary>What people decided.</summary>
internal sealed partial class Archive
{
    public List<DecisionRequest> Decided { get; } = [];

    public Task<DecisionResult> DecideAsync(DecisionRequest request, CancellationToken cancellationToken)
    {
        if (request.Verdict is not (DecisionVerdicts.Same or DecisionVerdicts.Different or DecisionVerdicts.Undecided))
        {
            return Task.FromResult(new DecisionResult(null, $"'{request.Verdict}' is no verdict."));
        }

        Decided.Add(request);
        return Task.FromResult(new DecisionResult(new Decision(Decided.Count, request.First, request.Second ?? "", request.Verdict, "2026-01-01T00:00:00Z", request.By), null));
    }

    public Task<DecisionList> ListAsync(DecisionScan request, CancellationToken cancellationToken) =>
        Task.FromResult(new DecisionList([.. Decided.Select((made, i) => new Decision(i + 1, made.First, made.Second ?? "", made.Verdict, "2026-01-01T00:00:00Z", made.By))]));
}
