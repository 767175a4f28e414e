namespace Ingest.Pipeline.Tests.Scenarios;

/// <summary>The embedded default.</summary>
public sealed class In_memory_with_SQLite : Pipeline_scenarios
{
    protected override Task<string?> BrokerAsync() => Task.FromResult<string?>(null);
}
