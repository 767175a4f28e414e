namespace Ingest.Hosting.Bus;

/// <summary>How many messages wait, by queue (see <see cref="Endpoints"/>).</summary>
public interface IQueueDepths
{
    /// <summary>Address of the broker without credentials; null when messages stay in this process.</summary>
    string? Broker { get; }

    /// <summary>Looks; null when the broker does not answer.</summary>
    Task<IReadOnlyDictionary<string, long>?> LookAsync(CancellationToken cancellationToken);
}
