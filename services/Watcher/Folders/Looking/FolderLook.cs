using Ingest.Watcher.Folders.Scanning;
using Ingest.Watcher.Ledger;

namespace Ingest.Watcher.Folders.Looking;

/// <summary>
/// Looks at paths and tells the ledger. However many ask at the same time, a path is in one hand only from the first look until
/// the ledger has committed, so that an older look never comes to the ledger after a newer one.
/// </summary>
internal sealed class FolderLook(
    WatchEntry watch, FileLook look, RootGuard guard, ILedgerIntake ledger, Unsettled unsettled, FolderOptions options, string? only)
{
    /// <summary>Most paths in one call; the ledger commits them in one transaction.</summary>
    public const int BatchSize = 256;

    private static readonly TimeSpan Shortly = TimeSpan.FromMilliseconds(50);

    private readonly Lock _lock = new();
    private readonly HashSet<string> _inHand = [];

    /// <summary>Looks now; what is being written, or is in another's hand, is kept in <see cref="Unsettled"/>.</summary>
    /// <exception cref="Ingest.Files.FileAccessException">The folder cannot be used; nothing was told.</exception>
    /// <exception cref="FolderUnavailableException">It is not the folder it was; nothing was told.</exception>
    public async Task LookAsync(IEnumerable<Ask> asks, CancellationToken cancellationToken)
    {
        var mine = Take(asks);
        if (mine.Count == 0)
        {
            return;
        }

        try
        {
            await TellAsync(await Task.Run(() => Look(mine, cancellationToken), cancellationToken), cancellationToken);
        }
        finally
        {
            lock (_lock)
            {
                mine.ForEach(ask => _inHand.Remove(ask.Path));
            }
        }
    }

    private List<Ask> Take(IEnumerable<Ask> asks)
    {
        var mine = new List<Ask>();
        foreach (var ask in asks)
        {
            bool taken;
            lock (_lock)
            {
                taken = _inHand.Add(ask.Path);
            }

            if (taken)
            {
                mine.Add(unsettled.Take(ask));
            }
            else if (mine.TrueForAll(other => other.Path != ask.Path))
            {
                unsettled.Add(ask, Shortly);
            }
        }

        return mine;
    }

    private Found Look(List<Ask> asks, CancellationToken cancellationToken)
    {
        var found = new Found([], []);
        foreach (var ask in asks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (look.At(ask, named: ask.Path == only, cancellationToken))
            {
                case Looking.Look.Here here:
                    found.Here.Add(here.File);
                    break;
                case Looking.Look.Gone:
                    found.Gone.Add(ask.Path);
                    break;
                case Looking.Look.Busy busy:
                    unsettled.Add(new Ask(ask.Path, Last: busy.Sighting), options.StableAfter);
                    break;
            }
        }

        return found;
    }

    private async Task TellAsync(Found found, CancellationToken cancellationToken)
    {
        if (found.Gone.Count > 0 || found.Here.Exists(file => file.Reason is not null))
        {
            // After the looks: had the folder gone away before one of them, this would show it.
            guard.Verify();
        }

        if (found.Here.Count > 0)
        {
            await ledger.ObserveAsync(found.Here, cancellationToken);
        }

        if (found.Gone.Count > 0 && guard.IsKnown)
        {
            await ledger.RemoveAsync(watch.Name, found.Gone, cancellationToken);
        }
    }

    private sealed record Found(List<ObservedFile> Here, List<string> Gone);
}
