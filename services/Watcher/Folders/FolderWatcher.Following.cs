using Ingest.Files;
using Ingest.Watcher.Folders.Inotify;

namespace Ingest.Watcher.Folders;

/// <summary>Following a folder: by events where they arrive, by polling elsewhere.</summary>
internal sealed partial class FolderWatcher
{
    private const string NeverPoll = "never";
    private static readonly TimeSpan ProbePatience = TimeSpan.FromSeconds(2);

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        var identity = await CheckRootAsync(cancellationToken);
        var reason = WhyPoll();
        if (reason is null)
        {
            try
            {
                using var queue = new InotifyQueue(_root.FullPath);
                using var pump = new EventPump(queue);
                queue.Add("");
                if (await EventsArriveAsync(pump, cancellationToken))
                {
                    await FollowEventsAsync(identity, queue, pump, cancellationToken);
                    return;
                }

                reason = "events of it do not arrive here.";
            }
            catch (WatchLimitException exception)
            {
                reason = exception.Message;
            }

            if (_options.Polling == NeverPoll)
            {
                throw new FileAccessException(Files.Problem.Unreadable, $"{Root} cannot be followed by events, and polling is switched off (Ingest:Watcher:Polling): {reason}");
            }
        }

        Log.Polling(_log, Root, _options.PollInterval, reason);
        await PollAsync(cancellationToken);
    }

    private string? WhyPoll() => _options.Polling switch
    {
        "always" => "it is configured so (Ingest:Watcher:Polling).",
        NeverPoll => null,
        _ when !OperatingSystem.IsLinux() => "events are only followed on Linux.",
        _ => _root.RemoteFileSystem() is { } kind ? $"it lies on a share ({kind}), where others can change it unseen." : null,
    };

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var identity = await CheckRootAsync(cancellationToken);
            await ScanOnceAsync(identity, entering: null, cancellationToken);
            for (var next = _time.GetUtcNow() + _options.PollInterval; _time.GetUtcNow() < next;)
            {
                var rest = next - _time.GetUtcNow();
                await Task.Delay(_unfinished.Any && UnfinishedInterval < rest ? UnfinishedInterval : rest, _time, cancellationToken);
                await _intake.TakeAsync(_unfinished.Paths(), identity, takeAnyway: false, cancellationToken);
            }
        }
    }

    private async Task ScanOnceAsync(string identity, Action<string>? entering, CancellationToken cancellationToken)
    {
        await _scan.RunAsync(identity, entering, cancellationToken);
        await KeepIdentityAsync(identity, cancellationToken);
        BeContent();
    }

    /// <summary>Writes a hidden file and waits for the kernel to tell of it.</summary>
    private async Task<bool> EventsArriveAsync(EventPump pump, CancellationToken cancellationToken)
    {
        var probe = NameRules.ProbePrefix + Guid.NewGuid().ToString("N");
        try
        {
            _root.WriteText(probe, "This file tells whether events arrive; it can be deleted.\n");
            _root.Delete(probe);
        }
        catch (FileAccessException)
        {
            // Not writable for us, as a parser's mount should be: there is nothing to try it with.
            return true;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(ProbePatience);
        try
        {
            // What else comes meanwhile, the scan that follows will see.
            await foreach (var happened in pump.Events.ReadAllAsync(patience.Token))
            {
                if (happened.Path == probe)
                {
                    return true;
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nothing came.
        }

        return false;
    }
}
