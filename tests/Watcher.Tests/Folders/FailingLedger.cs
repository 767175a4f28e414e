using Ingest.Watcher.Ledger;

namespace Ingest.Watcher.Tests.Folders;

/// <summary>A real ledger whose disk is full now and then.</summary>
internal sealed class FailingLedger(ILedgerIntake ledger) : ILedgerIntake
{
    public bool Fails { get; set; }

    public Task<WatchEntry> OpenWatchAsync(string root, string? name, CancellationToken cancellationToken) => ledger.OpenWatchAsync(root, name, cancellationToken);

    public Task SetRootIdentityAsync(string watch, string identity, CancellationToken cancellationToken) => ledger.SetRootIdentityAsync(watch, identity, cancellationToken);

    public Task ObserveAsync(IReadOnlyList<ObservedFile> files, CancellationToken cancellationToken) =>
        Fails ? throw new InvalidOperationException("There is no space left.") : ledger.ObserveAsync(files, cancellationToken);

    public Task RemoveAsync(string watch, IReadOnlyList<string> paths, CancellationToken cancellationToken) => ledger.RemoveAsync(watch, paths, cancellationToken);

    public IAsyncEnumerable<KnownFile> PresentAsync(string watch, string below, CancellationToken cancellationToken) => ledger.PresentAsync(watch, below, cancellationToken);

    public Task<IReadOnlyList<string>> PathsAsync(IReadOnlyList<long> rows, CancellationToken cancellationToken) => ledger.PathsAsync(rows, cancellationToken);
}
