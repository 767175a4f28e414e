namespace Ingest.Hosting.Bus;

/// <summary>Tells a bus that is lost to this process from one that is on its way back.</summary>
public sealed class BusPatience
{
    /// <summary>How long a bus may stay away from a broker that answers: longer than MassTransit's longest pause between attempts.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private DateTimeOffset? _since;

    /// <summary>Takes one look; true when the broker has answered all through <see cref="Longest"/> and the bus never worked.</summary>
    public bool IsOver(bool busWorks, bool brokerAnswers, DateTimeOffset now)
    {
        _since = busWorks || !brokerAnswers ? null : _since ?? now;
        return now - _since >= Longest;
    }
}
