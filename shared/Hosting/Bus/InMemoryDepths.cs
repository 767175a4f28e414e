using MassTransit;

namespace Ingest.Hosting.Bus;

/// <summary>
/// Counts the messages of the in-memory bus, which tells nobody how many it holds: one more for each queue that a published type goes
/// to, one less when a queue's message is done with. Those that are being worked on are counted too.
/// </summary>
internal sealed class InMemoryDepths : IQueueDepths, IPublishObserver, IReceiveObserver
{
    private static readonly Dictionary<Type, int[]> QueuesOf = Endpoints.Routes
        .SelectMany((route, queue) => route.Value.Select(type => (Type: type, Queue: queue)))
        .GroupBy(pair => pair.Type)
        .ToDictionary(pairs => pairs.Key, pairs => pairs.Select(pair => pair.Queue).ToArray());

    private static readonly string[] Names = [.. Endpoints.Routes.Keys];
    private readonly long[] _counts = new long[Names.Length];

    public string? Broker => null;

    public Task<IReadOnlyDictionary<string, long>?> LookAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, long>?>(
            Names.Select((name, queue) => (name, Count: Math.Max(0, Interlocked.Read(ref _counts[queue])))).ToDictionary(pair => pair.name, pair => pair.Count));

    public Task PrePublish<T>(PublishContext<T> context)
        where T : class
    {
        // Before, not after: a consumer may be done before the publisher hears that the message is out.
        Count(typeof(T), 1);
        return Task.CompletedTask;
    }

    public Task PostPublish<T>(PublishContext<T> context)
        where T : class => Task.CompletedTask;

    public Task PublishFault<T>(PublishContext<T> context, Exception exception)
        where T : class
    {
        Count(typeof(T), -1);
        return Task.CompletedTask;
    }

    public Task PreReceive(ReceiveContext context) => Task.CompletedTask;

    public Task PostReceive(ReceiveContext context) => DoneAsync(context);

    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
        where T : class => Task.CompletedTask;

    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception)
        where T : class => Task.CompletedTask;

    public Task ReceiveFault(ReceiveContext context, Exception exception) => DoneAsync(context);

    private Task DoneAsync(ReceiveContext context)
    {
        var queue = Array.IndexOf(Names, context.InputAddress.Segments[^1]);
        if (queue >= 0)
        {
            Interlocked.Decrement(ref _counts[queue]);
        }

        return Task.CompletedTask;
    }

    private void Count(Type type, int change)
    {
        foreach (var queue in QueuesOf.GetValueOrDefault(type, []))
        {
            Interlocked.Add(ref _counts[queue], change);
        }
    }
}
