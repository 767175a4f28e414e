using Ingest.Queries;

namespace Ingest.Portal.Overview;

/// <summary>The system in numbers.</summary>
/// <param name="Files">The Watcher's ledger.</param>
/// <param name="Index">How far the search index is, and how long articles take into it.</param>
/// <param name="Pipeline">What is under way.</param>
/// <param name="Sources">When each source was last heard of.</param>
public sealed record SystemOverview(LedgerSummary Files, IndexStatus Index, PipelineActivity Pipeline, SourceList Sources);
