using Ingest.Contracts;
using Ingest.Hosting.Bus;
using Ingest.Watcher.Ledger;
using MassTransit;

namespace Ingest.Watcher.Dispatch;

/// <summary>The message a row of the ledger stands for.</summary>
internal static class FileMessages
{
    /// <summary>Publishes it and waits for the broker's confirmation.</summary>
    public static Task PublishAsync(IPublishEndpoint bus, ClaimedFile file, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var row = file.Row;
        if (row.Desired == Desires.Present)
        {
            var id = Identifiers.Message(nameof(FileDiscovered), row.FileId, row.Revision, row.Attempts);
            return bus.PublishEventAsync(Discovered(file), id, timeout, cancellationToken);
        }

        // Gone, or there but for the Watcher itself to reject: either way the articles it had are withdrawn.
        var removal = new FileRemoved
        {
            FileId = row.FileId,
            Revision = row.Revision,
            Attempt = (int)row.Attempts,
            Watch = row.Watch,
            Path = row.Path,
            PortionsSettled = (int)row.PortionsSettled,
            RemovedAt = LedgerTime.FromMicroseconds(row.DiscoveredAt),
        };
        return bus.PublishEventAsync(
            removal, Identifiers.Message(nameof(FileRemoved), row.FileId, row.Revision, row.Attempts), timeout, cancellationToken);
    }

    private static FileDiscovered Discovered(ClaimedFile file)
    {
        var row = file.Row;
        return new FileDiscovered
        {
            FileId = row.FileId,
            Revision = row.Revision,
            Attempt = (int)row.Attempts,
            Watch = row.Watch,
            Root = file.Root,
            Path = row.Path,
            Size = row.Size,
            Sha256 = row.Sha256 ?? throw new InvalidOperationException($"File {row.FileId} is to be published and has no content hash."),
            DiscoveredAt = LedgerTime.FromMicroseconds(row.DiscoveredAt),
            PortionsSettled = (int)row.PortionsSettled,
        };
    }
}
