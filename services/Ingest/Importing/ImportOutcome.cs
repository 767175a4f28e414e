using Ingest.Queries;

namespace Ingest.CommandLine.Importing;

/// <summary>What became of the files of an import, and how long it took until all of them were searchable.</summary>
public sealed record ImportOutcome(LedgerSummary Summary, double Seconds)
{
    /// <summary>Files that were rejected or failed.</summary>
    public long Unsuccessful => Summary.States[FileStates.Rejected] + Summary.States[FileStates.Failed];
}
