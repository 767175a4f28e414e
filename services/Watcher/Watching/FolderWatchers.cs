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
        string?[] named = [store.Value.Data, options.Value.DoneFolder, options.Value.ErrorFolder];
        // The data folder is where the process says, the other two may be meant below what is watched.
        var excluded = named.Select((folder, i) => folder is null ? null : i == 0 ? Path.GetFullPath(folder) : Path.GetFullPath(folder, watch.Root)).OfType<string>().ToList();
        return new FolderWatcher(watch, options.Value, excluded, ledger, time, log, only);
    }
}
