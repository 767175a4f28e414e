using Ingest.Pipeline.Tests.Infrastructure;

namespace Ingest.Pipeline.Tests.Scenarios;

/// <summary>Through a real broker, SQLite on one host.</summary>
public sealed class RabbitMQ_with_SQLite(RabbitMqServer server) : Pipeline_scenarios
{
    // One virtual host a test: a restarted pipeline must find its own queues again, and nobody else's.
    private string? _address;

    protected override async Task<string?> BrokerAsync() => _address ??= await server.NewAddressAsync();
}
