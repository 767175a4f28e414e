using Ingest.Queries;
using Ingest.Watcher.Watching;

namespace Ingest.CommandLine.Importing;

/// <summary>The ledger's numbers about what an import was asked to take, not about what else the archive has.</summary>
internal sealed class ImportedFiles(IFileQueries files, WatchProgress scan)
{
    public async Task<LedgerSummary> SummariseAsync(CancellationToken cancellationToken)
    {
        var parts = new List<LedgerSummary>();
        foreach (var scope in scan.Scopes)
        {
            parts.Add(await files.SummariseAsync(new SummaryRequest(scope.Watch, scope.Path), cancellationToken));
        }

        return new LedgerSummary
        {
            States = FileStates.All.ToDictionary(state => state, state => parts.Sum(part => part.States[state])),
            Reasons =
            [
                .. parts.SelectMany(part => part.Reasons)
                    .GroupBy(reason => (reason.State, reason.Reason))
                    .Select(group => new ReasonCount(group.Key.State, group.Key.Reason, group.Sum(reason => reason.Count))),
            ],
            Articles = parts.Sum(part => part.Articles),
            ArticlesInFlight = parts.Sum(part => part.ArticlesInFlight),
            PortionsInFlight = parts.Sum(part => part.PortionsInFlight),
            OldestInFlight = parts.Min(part => part.OldestInFlight),
            Paused = parts.Select(part => part.Paused).FirstOrDefault(paused => paused is not null),
        };
    }
}
