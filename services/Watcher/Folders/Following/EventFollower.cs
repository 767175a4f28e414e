using Ingest.Watcher.Folders.Inotify;
using Ingest.Watcher.Folders.Looking;
using Ingest.Watcher.Folders.Scanning;

namespace Ingest.Watcher.Folders.Following;

/// <summary>Follows the system's events, and scans at the start, from time to time, and whenever events were lost.</summary>
internal sealed class EventFollower : IDisposable
{
    /// <summary>Looks that run side by side, so that a huge file keeps no small one waiting.</summary>
    private const int Abreast = 4;

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private readonly FolderParts _parts;
    private readonly EventReader _reader;
    private readonly WatchedFolders _folders;
    private readonly ScanQueue _scans = new();
    private readonly List<Task> _looks = [];

    /// <exception cref="WatchLimitException">The system allows no more.</exception>
    public EventFollower(FolderParts parts)
    {
        _parts = parts;
        _reader = new EventReader(parts.Seams.EventCapacity);
        _folders = new WatchedFolders(parts.Root, _reader.Descriptor, parts.Seams.WatchLimit);
    }

    /// <summary>Begins to watch every folder there is.</summary>
    /// <returns>False when the system accepts it and then reports nothing.</returns>
    /// <exception cref="WatchLimitException">There are more folders than the system watches.</exception>
    public async Task<bool> OpenAsync(CancellationToken cancellationToken)
    {
        _folders.Add("");
        if (!await EventProbe.SucceedsAsync(_parts.Root, _reader, _parts.Seams, _parts.Time, cancellationToken))
        {
            return false;
        }

        foreach (var _ in new FolderWalk(_parts.Root, _parts.Rules, _folders.Add).Files(""))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        return true;
    }

    /// <summary>Runs until cancelled.</summary>
    /// <exception cref="IOException">The folder can no longer be used.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var scanning = Task.Run(() => ScanAsync(ending.Token), CancellationToken.None);
        _parts.Unsettled.Added += _reader.Nudge;
        try
        {
            await FollowAsync(scanning, ending.Token);
        }
        finally
        {
            _parts.Unsettled.Added -= _reader.Nudge;
            await ending.CancelAsync();
            await Task.WhenAll([scanning, .. _looks]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose()
    {
        _reader.Dispose();
        _scans.Dispose();
    }

    private async Task FollowAsync(Task scanning, CancellationToken cancellationToken)
    {
        var interpreter = new EventInterpreter(_parts.Root.FullPath, _folders, _parts.Rules, _parts.Unsettled, _scans, _parts.Options);
        var (sinceScan, sinceCheck) = (_parts.Time.GetTimestamp(), _parts.Time.GetTimestamp());
        _scans.Request("");
        while (true)
        {
            while (interpreter.Waiting < FolderLook.BatchSize && _reader.Events.TryRead(out var happened))
            {
                interpreter.Take(happened);
            }

            await StartAsync([.. interpreter.Drain()], cancellationToken);
            await StartAsync(_parts.Unsettled.TakeDue(FolderLook.BatchSize), cancellationToken);
            if (_reader.TakeOverflow())
            {
                Log.Overflowed(_parts.Logger, _parts.Root.FullPath, _parts.Watch.Name);
                _scans.Request("");
            }

            if (_parts.Time.GetElapsedTime(sinceScan) >= _parts.Options.RescanInterval)
            {
                _scans.Request("");
                sinceScan = _parts.Time.GetTimestamp();
            }

            if (_parts.Time.GetElapsedTime(sinceCheck) >= Tick)
            {
                _parts.Guard.Verify();
                sinceCheck = _parts.Time.GetTimestamp();
            }

            await WaitAsync(scanning, cancellationToken);
        }
    }

    private async Task StartAsync(IReadOnlyCollection<Ask> asks, CancellationToken cancellationToken)
    {
        if (asks.Count == 0)
        {
            return;
        }

        if (_looks.Count >= Abreast)
        {
            await Task.WhenAny(_looks);
            await CollectAsync();
        }

        _looks.Add(_parts.Look.LookAsync(asks, cancellationToken));
    }

    /// <summary>Returns when there may be something to do; throws what went wrong in the background.</summary>
    private async Task WaitAsync(Task scanning, CancellationToken cancellationToken)
    {
        var pause = _parts.Unsettled.UntilDue() is { } due && due < Tick ? due : Tick;
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var arrived = _reader.Events.WaitToReadAsync(waiting.Token).AsTask();
        await Task.WhenAny([arrived, scanning, Task.Delay(pause, _parts.Time, waiting.Token), .. _looks]);
        await waiting.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        if (scanning.IsCompleted)
        {
            await scanning;
        }

        if (arrived.IsFaulted)
        {
            await arrived;
        }

        await CollectAsync();
    }

    private async Task CollectAsync()
    {
        foreach (var done in _looks.FindAll(look => look.IsCompleted))
        {
            _looks.Remove(done);
            await done;
        }
    }

    private async Task ScanAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var folder = await _scans.NextAsync(cancellationToken);
            await _parts.ScanAsync(folder, _folders.Add, cancellationToken);
        }
    }
}
