namespace Ingest.Watcher.Folders.Following;

/// <summary>Scans again and again: for shares, which others change without this machine being told.</summary>
internal sealed class PollingFollower(FolderParts parts)
{
    /// <summary>Runs until cancelled.</summary>
    /// <exception cref="IOException">The folder can no longer be used.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var began = parts.Time.GetTimestamp();
            await Task.Run(() => parts.ScanAsync("", entering: null, cancellationToken), cancellationToken);

            // A scan that takes long is not followed by the next at once, or a large share would be read all the time.
            var took = parts.Time.GetElapsedTime(began);
            var pause = took > parts.Options.PollInterval ? took : parts.Options.PollInterval;
            for (began = parts.Time.GetTimestamp(); pause - parts.Time.GetElapsedTime(began) is { } left && left > TimeSpan.Zero;)
            {
                await parts.LookAtDueAsync(cancellationToken);
                var due = parts.Unsettled.UntilDue() ?? left;
                await Task.Delay(due < left ? due : left, parts.Time, cancellationToken);
            }
        }
    }
}
