using Ingest.Contracts;
using Ingest.Hosting.Bus;
using Ingest.Parser.Discovery;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Ingest.Parser.Consumers;

/// <summary>Withdraws the articles of a file that is gone.</summary>
internal sealed class FileRemovedConsumer(FileProcessor processor, BusOptions bus, TimeProvider time, ILogger<FileRemovedConsumer> log)
    : IConsumer<FileRemoved>
{
    public async Task Consume(ConsumeContext<FileRemoved> context)
    {
        var file = context.Message;
        using var stage = Telemetry.Begin(file.FileId, file.Revision, time);
        var processed = await processor.RemoveAsync(file, context.CancellationToken);
        switch (processed)
        {
            case ProcessedFile.Settled settled:
                await context.PublishSettlementAsync(settled, file.Attempt, bus.PublishTimeout, context.CancellationToken);
                break;
            case ProcessedFile.Removal removal:
                await context.PublishRemovalAsync(removal, file.Attempt, bus.PublishTimeout, context.CancellationToken);
                break;
            default:
                Log.Outdated(log, file.Path, file.Revision);
                break;
        }

        stage.End(processed);
    }
}
