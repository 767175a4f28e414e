using System.ComponentModel.DataAnnotations;

namespace Ingest.Hosting.Bus;

/// <summary>How messages travel.</summary>
public sealed class BusOptions : IValidatableObject
{
    /// <summary><c>amqp://user:password@host:port/vhost</c>; empty for in-memory, within this process.</summary>
    public string? Broker { get; set; }

    /// <summary>How long a publish may wait for the broker's confirmation before it counts as failed.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = "Ingest:PublishTimeout must lie between 1 second and 10 minutes.")]
    public TimeSpan PublishTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a stopping process lets running work finish.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = "Ingest:StopTimeout must lie between 1 second and 10 minutes.")]
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Whether messages go through a broker.</summary>
    public bool UsesBroker => !string.IsNullOrWhiteSpace(Broker);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (UsesBroker && !(Uri.TryCreate(Broker, UriKind.Absolute, out var uri) && uri.Scheme is "amqp" or "amqps" && uri.Host.Length > 0))
        {
            yield return new ValidationResult("Ingest:Broker (--broker) must be a URL like amqp://user:password@host:5672/, or empty.");
        }
    }
}
