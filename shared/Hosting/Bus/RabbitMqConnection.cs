using RabbitMQ.Client;

namespace Ingest.Hosting.Bus;

/// <summary>Connections of this program's own to the broker, beside those of MassTransit: for what it declares and asks itself.</summary>
internal static class RabbitMqConnection
{
    /// <summary>Connects, or throws within the patience. It does not come back by itself: whoever holds it opens another.</summary>
    /// <param name="broker">With user and password.</param>
    /// <param name="purpose">What the broker's own pages call it.</param>
    /// <param name="patience">For connecting, and later for each answer.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static Task<IConnection> OpenAsync(Uri broker, string purpose, TimeSpan patience, CancellationToken cancellationToken) =>
        new ConnectionFactory
        {
            Uri = broker, AutomaticRecoveryEnabled = false, RequestedConnectionTimeout = patience, ContinuationTimeout = patience,
        }.CreateConnectionAsync("ingest " + purpose, cancellationToken);
}
