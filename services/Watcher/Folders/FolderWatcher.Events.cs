using Ingest.Files;
using Ingest.Watcher.Folders.Inotify;

namespace Ingest.Watcher.Folders;

/// <summary>Events, scans by the clock, and files that are still being written, in one loop.</summary>
internal sealed partial class FolderWatcher
{
    private async Task FollowEventsAsync(string identity, InotifyQueue queue, EventPump pump, CancellationToken cancellationToken)
    {
        // The scan adds the watches as it enters each folder, and goes on beside the loop: new files need not wait for it.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var scan = ScanOnceAsync(identity, queue.Add, stop.Token);
        var nextScan = _time.GetUtcNow() + _options.RescanInterval;
        try
        {
            while (true)
            {
                await WaitAsync(pump, scan, nextScan, cancellationToken);
                var hints = Drain(pump);
                if (hints.RootWent)
                {
                    throw new FileAccessException(Files.Problem.Missing, $"{Root} was moved, deleted or unmounted.");
                }

                await ApplyAsync(hints, identity, queue, cancellationToken);
                await _intake.TakeAsync(_unfinished.Paths(), identity, takeAnyway: false, cancellationToken);
                if (!scan.IsCompleted)
                {
                    continue;
                }

                await scan;
                if (hints.Lost || _time.GetUtcNow() >= nextScan)
                {
                    scan = ScanOnceAsync(await CheckRootAsync(cancellationToken), queue.Add, stop.Token);
                    nextScan = _time.GetUtcNow() + _options.RescanInterval;
                }
            }
        }
        finally
        {
            // The queue is closed next; a scan must not add watches to it any more.
            await stop.CancelAsync();
            await scan.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Until a hint is there, the scan has ended badly, or it is time for the next look at something.</summary>
    private async Task WaitAsync(EventPump pump, Task scan, DateTimeOffset nextScan, CancellationToken cancellationToken)
    {
        var rest = nextScan - _time.GetUtcNow();
        var pause = _unfinished.Any ? UnfinishedInterval : rest < TimeSpan.FromSeconds(1) ? rest : TimeSpan.FromSeconds(1);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(pause > TimeSpan.Zero ? pause : TimeSpan.FromMilliseconds(1));
        try
        {
            await pump.Events.WaitToReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Time for another look.
        }

        if (scan.IsFaulted)
        {
            await scan;
        }
    }

    private Hints Drain(EventPump pump)
    {
        var hints = new Hints { Lost = pump.TakeLost() };
        while (hints.Count < FolderIntake.Batch && pump.Events.TryRead(out var happened))
        {
            hints.Add(happened);
        }

        if (hints.Lost)
        {
            Log.EventsLost(_log, Root);
        }

        return hints;
    }

    private async Task ApplyAsync(Hints hints, string identity, InotifyQueue queue, CancellationToken cancellationToken)
    {
        if (hints.FoldersGone.Count > 0)
        {
            hints.FoldersGone.ForEach(queue.Remove);
            var gone = new List<string>();
            await foreach (var file in _ledger.PresentAsync(_watch.Name, hints.FoldersGone is [var one] ? one : null, cancellationToken))
            {
                if (hints.FoldersGone.Exists(folder => file.Path.StartsWith(folder + "/", StringComparison.Ordinal)))
                {
                    gone.Add(file.Path);
                }
            }

            // Looked at before they are told gone: another folder may have come in the same place.
            await _intake.TakeAsync(gone, identity, takeAnyway: false, cancellationToken);
        }

        if (_options.Recursive)
        {
            foreach (var folder in hints.FoldersCome.Where(folder => _intake.Takes(folder + "/x")))
            {
                await _scan.TakeFolderAsync(folder, identity, queue.Add, cancellationToken);
            }
        }

        await _intake.TakeAsync([.. hints.Entries.Where(_intake.Takes)], identity, takeAnyway: false, cancellationToken);
    }

    /// <summary>A handful of events, each path once.</summary>
    private sealed class Hints
    {
        public bool Lost { get; set; }

        public bool RootWent { get; private set; }

        public HashSet<string> Entries { get; } = new(StringComparer.Ordinal);

        public List<string> FoldersCome { get; } = [];

        public List<string> FoldersGone { get; } = [];

        public int Count => Entries.Count + FoldersCome.Count + FoldersGone.Count;

        public void Add(FolderEvent happened)
        {
            switch (happened.Kind)
            {
                case FolderEventKind.Entry:
                    Entries.Add(happened.Path);
                    break;
                case FolderEventKind.FolderCame:
                    FoldersCome.Add(happened.Path);
                    break;
                case FolderEventKind.FolderWent:
                    FoldersGone.Add(happened.Path);
                    break;
                case FolderEventKind.Lost:
                    Lost = true;
                    break;
                default:
                    RootWent = true;
                    break;
            }
        }
    }
}
