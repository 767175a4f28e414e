using Ingest.Contracts;
using Ingest.Hosting.Bus;
using MassTransit;

namespace Ingest.Deduplicator.Consumers;

/// <summary>
/// Keeps messages below a broker's limit (16 MiB by default in RabbitMQ 4): where an article changes more assignments than one
/// message can hold, as when the first of 100,000 copies comes last, the others go before it in messages of their own.
/// </summary>
/// <remarks>
/// They are confirmed before the article's own message is published, so they are lost only if an in-memory bus dies between
/// handling the two; the article's message published again carries them again.
/// </remarks>
internal static class Overflow
{
    /// <summary>Assignments a message; 5 MB or so.</summary>
    public const int MostChanges = 20_000;

    /// <summary>Publishes what is too much and returns what the article's own message is to carry.</summary>
    public static async Task<IReadOnlyList<ClusterAssignment>> PublishOverflowAsync(
        this ConsumeContext context, IReadOnlyList<ClusterAssignment> changed, string articleId, long revision, TimeSpan timeout)
    {
        if (changed.Count <= MostChanges)
        {
            return changed;
        }

        var parts = changed.Chunk(MostChanges).ToList();
        for (var part = 1; part < parts.Count; part++)
        {
            await context.PublishEventAsync(
                new ClusterChanged { Changed = parts[part] },
                Identifiers.Message("Overflow", articleId, revision, part),
                timeout,
                context.CancellationToken);
        }

        return parts[0];
    }
}
