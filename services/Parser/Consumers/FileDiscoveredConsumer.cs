using Ingest.Contracts;
using Ingest.Hosting.Bus;
using Ingest.Parser.Discovery;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Ingest.Parser.Consumers;

/// <summary>Parses an announced file and publishes what came of it.</summary>
internal sealed class FileDiscoveredConsumer(FileProcessor processor, BusOptions bus, TimeProvider time, ILogger<FileDiscoveredConsumer> log)
    : IConsumer<FileDiscovered>
{
    public async Task Consume(ConsumeContext<FileDiscovered> context)
    {
        var file = context.Message;
        using var stage = Telemetry.Begin(file.FileId, file.Revision, time);
        var repeated = file.Attempt > 1 || context.ReceiveContext.Redelivered;
        var processed = await processor.ProcessAsync(file, repeated, context.CancellationToken);
        switch (processed)
        {
            case ProcessedFile.Settled settled:
                await context.PublishSettlementAsync(settled, file.Attempt, bus.PublishTimeout, context.CancellationToken);
                if (settled.File.Reason is { } reason)
                {
                    Log.Rejected(log, file.Path, reason, settled.File.Detail);
                }

                break;
            case ProcessedFile.Portion portion:
                await context.PublishPortionAsync(portion, file, time.GetUtcNow(), bus.PublishTimeout, context.CancellationToken);
                break;
            case ProcessedFile.Superseded:
                Log.Superseded(log, file.Path, file.Revision);
                await context.PublishEventAsync(
                    new FileSuperseded { FileId = file.FileId, Revision = file.Revision, SupersededAt = time.GetUtcNow() },
                    Identifiers.Message(nameof(FileSuperseded), file.FileId, file.Revision, file.Attempt),
                    bus.PublishTimeout,
                    context.CancellationToken);
                break;
            case ProcessedFile.Quarantined quarantined:
                Log.Quarantined(log, file.Path, quarantined.Deaths);
                await context.PublishEventAsync(
                    Failure(file, quarantined.Deaths),
                    Identifiers.Message(nameof(FileFailed), file.FileId, file.Revision, file.Attempt),
                    bus.PublishTimeout,
                    context.CancellationToken);
                // Only now: were it the other way round, a kill between the two would give the file new tries unasked.
                await processor.ReleaseAsync(file.FileId, context.CancellationToken);
                break;
            case ProcessedFile.Outdated:
                Log.Outdated(log, file.Path, file.Revision);
                break;
        }

        stage.End(processed);
    }

    private FileFailed Failure(FileDiscovered file, long deaths) => new()
    {
        FileId = file.FileId,
        Revision = file.Revision,
        Reason = RejectionReasons.Quarantined,
        Detail = FormattableString.Invariant(
            $"A parser process died {deaths} times while it worked on this file, so it is not tried any more. Take the file out, or give the parser more memory, and retry it by hand."),
        FailedAt = time.GetUtcNow(),
    };
}
