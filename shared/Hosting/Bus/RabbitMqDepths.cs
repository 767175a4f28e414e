using RabbitMQ.Client;

namespace Ingest.Hosting.Bus;

/// <summary>
/// Asks RabbitMQ how many messages wait in each queue, by declaring it passively: that needs neither the management plugin nor more rights
/// than the roles have. Messages that a worker has fetched already are not among them, and a broker that has just started counts none
/// in a queue until that has a leader again.
/// </summary>
internal sealed class RabbitMqDepths(BusOptions options, TimeProvider time) : IQueueDepths, IAsyncDisposable
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private readonly Uri _broker = new(options.Broker!);
    private readonly SemaphoreSlim _one = new(1);
    private IConnection? _connection;
    private IReadOnlyDictionary<string, long>? _seen;
    private long _seenAt;

    public string? Broker => RabbitMqAddress.WithoutCredentials(_broker).ToString();

    public async Task<IReadOnlyDictionary<string, long>?> LookAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            // Whoever looks at a page must not be able to keep the broker busy; one that is away is asked no more often.
            if (_seenAt == 0 || time.GetElapsedTime(_seenAt) > Freshness)
            {
                _seen = await AskAsync(cancellationToken);
                _seenAt = time.GetTimestamp();
            }

            return _seen;
        }
        finally
        {
            _one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _one.Dispose();
    }

    private async Task<IReadOnlyDictionary<string, long>?> AskAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            _connection ??= await RabbitMqConnection.OpenAsync(_broker, "depths", Patience, patience.Token);
            await using var channel = await _connection.CreateChannelAsync(cancellationToken: patience.Token);
            var depths = new Dictionary<string, long>();
            foreach (var queue in Endpoints.Routes.Keys)
            {
                depths[queue] = (await channel.QueueDeclarePassiveAsync(queue, patience.Token)).MessageCount;
            }

            return depths;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            await CloseAsync();
            return null;
        }
    }

    private async Task CloseAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync();
        }
    }
}
