using MassTransit;

namespace Ingest.Hosting.Bus;

/// <summary>
/// Publishes with a deadline and with deterministic message identifiers. Without a deadline a publish hangs as long as the
/// broker is away; one after the other is 10 to 20 times slower than a window of them; all at once is unbounded.
/// </summary>
public static class Publishing
{
    /// <summary>Messages that are under way at the same time.</summary>
    public const int Window = 128;

    /// <summary>Publishes one message and waits for its confirmation.</summary>
    /// <exception cref="OperationCanceledException">It was not confirmed within <paramref name="timeout"/>.</exception>
    public static async Task PublishEventAsync<T>(
        this IPublishEndpoint bus, T message, Guid messageId, TimeSpan timeout, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(bus);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(timeout);
        await bus.Publish(message, context => context.MessageId = messageId, deadline.Token);
    }

    /// <summary>Publishes many, at most 128 at a time, and waits for all confirmations.</summary>
    public static async Task PublishEventsAsync<T>(
        this IPublishEndpoint bus, IEnumerable<T> messages, Func<T, Guid> messageId, TimeSpan timeout, CancellationToken cancellationToken)
        where T : class
    {
        foreach (var window in messages.Chunk(Window))
        {
            await Task.WhenAll(window.Select(message => bus.PublishEventAsync(message, messageId(message), timeout, cancellationToken)));
        }
    }
}
