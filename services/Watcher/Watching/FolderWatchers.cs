using System.Collections.Concurrent;
using Ingest.Storage;
using Ingest.Watcher.Folders;
using Ingest.Watcher.Ledger;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ingest.Watcher.Watching;

/// <summary>One <see cref="FolderWatcher"/> a watch, made when it is first needed.</summary>
internal sealed class FolderWatchers(
    LedgerStore ledger, IOptions<FolderOptions> options, IOptions<StoreOptions> store, TimeProvider time, ILogger<FolderWatcher> log) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, FolderWatcher> _byName = new();

    /// <summary>The watch that is followed or scanned.</summary>
    public FolderWatcher Open(WatchEntry watch, string? only) => _byName.AddOrUpdate(watch.Name, _ => Create(watch, only), (_, _) => Create(watch, only));

    /// <summary>Any watch of the ledger, to look at single files of it again.</summary>
    public FolderWatcher Of(WatchEntry watch) => _byName.GetOrAdd(watch.Name, _ => Create(watch, only: null));

    public async ValueTask DisposeAsync()
    {
        foreach (var watcher in _byName.Values)
        {
            await watcher.DisposeAsync();
        }
    }

    private FolderWatcher Create(WatchEntry watch, string? only)
    {
        string[] excluded = [Path.GetFullPath(store.Value.Data), options.Value.DoneFolderOf(watch.Root), options.Value.ErrorFolderOf(watch.Root)];
        return new FolderWatcher(watch, options.Value, excluded, ledger, time, log, only);
    }
}
