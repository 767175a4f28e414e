using Ingest.Files;

namespace Ingest.Watcher.Folders.Inotify;

/// <summary>
/// Proves that events arrive: some container, virtual machine and share drivers accept a watch and never report anything. Writes a
/// small hidden file into the watched folder and waits until it is told of it.
/// </summary>
internal static class EventProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <returns>False when events do not arrive; true when they do, or the folder cannot be written to, so that nobody can say.</returns>
    /// <remarks>Events of others that are read here are lost: the scan that follows finds what they were about.</remarks>
    public static async Task<bool> SucceedsAsync(
        WatchedRoot root, EventReader reader, FolderSeams seams, TimeProvider time, CancellationToken cancellationToken)
    {
        var name = NameRules.ProbePrefix + Guid.NewGuid().ToString("n");
        try
        {
            root.WriteText(name, "");
        }
        catch (FileAccessException)
        {
            return true;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = time.CreateTimer(_ => patience.Cancel(), null, Patience, Timeout.InfiniteTimeSpan);
        try
        {
            await foreach (var seen in reader.Events.ReadAllAsync(patience.Token))
            {
                if (seen.Name == name && !seams.EventsAreLost)
                {
                    return true;
                }
            }

            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return reader.TakeOverflow();
        }
        finally
        {
            root.Delete(name);
        }
    }
}
