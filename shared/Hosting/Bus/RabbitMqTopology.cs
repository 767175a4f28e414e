using MassTransit.RabbitMqTransport;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;

namespace Ingest.Hosting.Bus;

/// <summary>
/// Declares every exchange, queue and binding of the system before this process publishes anything: a message to an exchange
/// without a queue is dropped silently, and the process that would declare the queue may never have run yet.
/// </summary>
/// <remarks>Names and arguments are MassTransit's own, so its later declarations find what they expect.</remarks>
public sealed class RabbitMqTopology(BusOptions options, TimeProvider time, ILogger<RabbitMqTopology> log) : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var broker = new Uri(options.Broker!);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await DeclareAsync(broker, cancellationToken);
                return;
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // A broker that starts after us is ordinary in containers: wait for it, and say so.
                Log.BrokerUnreachable(log, RabbitMqAddress.WithoutCredentials(broker), attempt, exception.GetBaseException().Message);
                await Task.Delay(TimeSpan.FromSeconds(Math.Min(attempt, 10)), time, cancellationToken);
            }
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task DeclareAsync(Uri broker, CancellationToken cancellationToken)
    {
        var factory = new ConnectionFactory { Uri = broker };
        await using var connection = await factory.CreateConnectionAsync("ingest topology", cancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        foreach (var (queue, messages) in Endpoints.Routes)
        {
            await channel.QueueDeclareAsync(
                queue, durable: true, exclusive: false, autoDelete: false, QueueArguments(queue), cancellationToken: cancellationToken);
            await channel.ExchangeDeclareAsync(queue, ExchangeType.Fanout, durable: true, cancellationToken: cancellationToken);
            await channel.QueueBindAsync(queue, queue, "", cancellationToken: cancellationToken);
            foreach (var message in messages)
            {
                var exchange = ExchangeName(message);
                await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true, cancellationToken: cancellationToken);
                await channel.ExchangeBindAsync(queue, exchange, "", cancellationToken: cancellationToken);
            }
        }
    }

    /// <summary>Arguments that MassTransit's quorum endpoints declare the queue with, see <see cref="ServiceEndpoint"/>.</summary>
    private static Dictionary<string, object?> QueueArguments(string queue)
    {
        var arguments = new Dictionary<string, object?> { ["x-queue-type"] = "quorum" };
        if (queue == Endpoints.Deduplicator)
        {
            arguments["x-single-active-consumer"] = true;
        }

        return arguments;
    }

    private static string ExchangeName(Type message) =>
        new RabbitMqMessageNameFormatter().GetMessageName(message);
}
