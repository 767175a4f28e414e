namespace Ingest.Watcher.Ledger;

/// <summary>What the ledger does on its own account.</summary>
/// <param name="Retry">When files are published again.</param>
/// <param name="DisposeIndexed">Whether indexed files are to be moved or deleted.</param>
/// <param name="DisposeRejected">Whether rejected files are to be moved.</param>
/// <param name="Reports">Folder of the reports of batches; null: none are kept.</param>
internal sealed record LedgerRules(RetryPolicy Retry, bool DisposeIndexed = false, bool DisposeRejected = false, string? Reports = null);
