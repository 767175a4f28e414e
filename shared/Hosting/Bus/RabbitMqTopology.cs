using MassTransit.RabbitMqTransport;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Ingest.Hosting.Bus;

/// <summary>
/// Declares every exchange, queue and binding of the system before this process publishes anything: a message to an exchange
/// without a queue is dropped silently, and the process that would declare the queue may never have run yet.
/// </summary>
/// <remarks>Names and arguments are MassTransit's own, so its later declarations find what they expect.</remarks>
public sealed class RabbitMqTopology(BusOptions options, TimeProvider time, ILogger<RabbitMqTopology> log)
{
    private static readonly TimeSpan Answer = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Election = TimeSpan.FromMilliseconds(100);
    private readonly Uri _broker = new(options.Broker!);

    /// <summary>Declares everything, waiting for a broker that starts later than this process.</summary>
    public async Task DeclareAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await WaitForLeadersAsync(await DeclareOnceAsync(cancellationToken), cancellationToken);
                return;
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // A broker that starts after us is ordinary in containers: wait for it, and say so.
                Log.BrokerUnreachable(log, RabbitMqAddress.WithoutCredentials(_broker), attempt, exception.GetBaseException().Message);
                await Task.Delay(TimeSpan.FromSeconds(Math.Min(attempt, 10)), time, cancellationToken);
            }
        }
    }

    /// <summary>Whether a new connection to the broker can be opened now.</summary>
    public async Task<bool> IsReachableAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await ConnectAsync(cancellationToken);
            return true;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Declares; returns the queues without messages, which may be new.</summary>
    private async Task<Queue<string>> DeclareOnceAsync(CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        var empty = new Queue<string>();
        foreach (var (queue, messages) in Endpoints.Routes)
        {
            var declared = await channel.QueueDeclareAsync(
                queue, durable: true, exclusive: false, autoDelete: false, QueueArguments(queue), cancellationToken: cancellationToken);
            if (declared.MessageCount == 0)
            {
                empty.Enqueue(queue);
            }

            await channel.ExchangeDeclareAsync(queue, ExchangeType.Fanout, durable: true, cancellationToken: cancellationToken);
            await channel.QueueBindAsync(queue, queue, "", cancellationToken: cancellationToken);
            foreach (var message in messages)
            {
                var exchange = ExchangeName(message);
                await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true, cancellationToken: cancellationToken);
                await channel.ExchangeBindAsync(queue, exchange, "", cancellationToken: cancellationToken);
            }
        }

        return empty;
    }

    /// <summary>
    /// A quorum queue is declared before its leader is elected, and who consumes in between loses the whole connection to a 541
    /// INTERNAL_ERROR (seen with RabbitMQ 3.10: <c>{badmatch,{error,noproc}}</c> in <c>rabbit_quorum_queue:consume</c>). Only
    /// consuming shows that it has one. With messages in it a queue is not new, and is left alone: they would count as delivered.
    /// </summary>
    private async Task WaitForLeadersAsync(Queue<string> queues, CancellationToken cancellationToken)
    {
        for (var attempt = 1; queues.Count > 0; attempt++)
        {
            try
            {
                await using var connection = await ConnectAsync(cancellationToken);
                await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
                await channel.BasicQosAsync(0, 1, global: false, cancellationToken);
                while (queues.TryPeek(out var queue))
                {
                    var tag = await channel.BasicConsumeAsync(queue, autoAck: false, new AsyncDefaultBasicConsumer(channel), cancellationToken);
                    await channel.BasicCancelAsync(tag, cancellationToken: cancellationToken);
                    queues.Dequeue();
                }
            }
            catch (OperationInterruptedException) when (attempt < 50)
            {
                await Task.Delay(Election, time, cancellationToken);
            }
        }
    }

    private Task<IConnection> ConnectAsync(CancellationToken cancellationToken) =>
        RabbitMqConnection.OpenAsync(_broker, "topology", Answer, cancellationToken);

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
