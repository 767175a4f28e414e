using System.ComponentModel.DataAnnotations;
using Ingest.Watcher.Ledger;

namespace Ingest.Watcher;

/// <summary>How the ledger sends files on and tries them again; section <c>Ingest:Watcher</c>.</summary>
public sealed class WatcherOptions
{
    /// <summary>Where it is configured.</summary>
    public const string Section = "Ingest:Watcher";

    private static readonly TimeSpan[] DefaultDelays = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2)];

    /// <summary>Files with the workers at the same time; the others wait in the ledger, not in the broker.</summary>
    [Range(1, 100_000, ErrorMessage = "Ingest:Watcher:MaxInFlight must lie between 1 and 100,000.")]
    public int MaxInFlight { get; set; } = 2048;

    /// <summary>So many unforeseen errors of one revision make it <c>failed</c>.</summary>
    [Range(1, 100, ErrorMessage = "Ingest:Watcher:MaxFaults must lie between 1 and 100.")]
    public int MaxFaults { get; set; } = 4;

    /// <summary>Wait after the first, second … error; the last holds for all further ones. Default 5 s, 30 s, 2 min.</summary>
    public TimeSpan[]? RetryDelays { get; set; }

    /// <summary>A file without any progress for so long is published again; the wait doubles each time.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "Ingest:Watcher:RedriveAfter must lie between 1 second and 1 day.")]
    public TimeSpan RedriveAfter { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The longest such wait.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00", ErrorMessage = "Ingest:Watcher:RedriveCap must lie between 1 second and 7 days.")]
    public TimeSpan RedriveCap { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Share of the data folder's disk that must stay free; below it nothing new is published. 0 switches this off.</summary>
    [Range(0.0, 0.9, ErrorMessage = "Ingest:Watcher:MinFreeDisk is a share and must lie between 0 and 0.9.")]
    public double MinFreeDisk { get; set; } = 0.05;

    /// <summary>With files in flight and no progress for so long, <c>/health/ready</c> is unhealthy.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00", ErrorMessage = "Ingest:Watcher:UnhealthyAfter must lie between 10 seconds and 1 day.")]
    public TimeSpan UnhealthyAfter { get; set; } = TimeSpan.FromMinutes(10);

    internal RetryPolicy Retry => new(RetryDelays is { Length: > 0 } delays ? delays : DefaultDelays, MaxFaults, RedriveAfter, RedriveCap);
}
