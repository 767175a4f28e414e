using Ingest.Hosting.Bus;
using RabbitMQ.Client;

namespace Ingest.CommandLine.Diagnosis;

/// <summary>The broker: reachable, credentials right, and a version this works with.</summary>
public static class BrokerCheck
{
    /// <summary>Connects once.</summary>
    public static async Task<Finding> RunAsync(string? broker, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(broker))
        {
            return new Finding("broker", Severity.Good, "In-memory: all roles in one process.");
        }

        if (!Uri.TryCreate(broker, UriKind.Absolute, out var address) || address.Scheme is not ("amqp" or "amqps"))
        {
            return new Finding("broker", Severity.Problem, "--broker must be a URL like amqp://user:password@host:5672/.");
        }

        var shown = RabbitMqAddress.WithoutCredentials(address);
        try
        {
            var factory = new ConnectionFactory { Uri = address, RequestedConnectionTimeout = TimeSpan.FromSeconds(5) };
            await using var connection = await factory.CreateConnectionAsync("ingest doctor", cancellationToken);
            var version = connection.ServerProperties is { } properties && properties.TryGetValue("version", out var told) && told is byte[] bytes ? System.Text.Encoding.UTF8.GetString(bytes) : "?";
            return new Finding("broker", Severity.Good, $"{shown} answers: RabbitMQ {version}.");
        }
        catch (Exception exception)
        {
            return new Finding("broker", Severity.Problem, $"{shown} does not answer ({exception.GetBaseException().Message}); start it, or check host, port and password.");
        }
    }
}
