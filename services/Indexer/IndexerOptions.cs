using System.ComponentModel.DataAnnotations;

namespace Ingest.Indexer;

/// <summary>How soon search shows what has arrived.</summary>
public sealed class IndexerOptions
{
    /// <summary>Where it is configured.</summary>
    public const string Section = "Ingest:Indexer";

    /// <summary>How often the index is made durable while it changes, or more rarely where a tenth of the time would not be enough for it; what came since then is indexed again after a crash.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00", ErrorMessage = "Ingest:Indexer:CommitInterval must lie between 0.1 seconds and 10 minutes.")]
    public TimeSpan CommitInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How often the store is asked for changes that other processes made.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:01:00", ErrorMessage = "Ingest:Indexer:PollInterval must lie between 0.01 seconds and 1 minute.")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Under load, the longest time between two refreshes; while idle every change is shown at once.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00", ErrorMessage = "Ingest:Indexer:MaxRefreshInterval must lie between 0 seconds and 1 minute.")]
    public TimeSpan MaxRefreshInterval { get; set; } = TimeSpan.FromSeconds(5);
}
