using System.ComponentModel.DataAnnotations;

namespace Ingest.Indexer;

/// <summary>How the search index follows the documents; section <c>Ingest:Indexer</c>.</summary>
public sealed class IndexerOptions
{
    /// <summary>Where it is configured.</summary>
    public const string Section = "Ingest:Indexer";

    /// <summary>Time between two commits of the index; after a crash so much is indexed again.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00", ErrorMessage = "Ingest:Indexer:CommitInterval must lie between 0.1 seconds and 10 minutes.")]
    public TimeSpan CommitInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Time between two refreshes of the searchable view while many documents come in; a single one is shown at once.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:01:00", ErrorMessage = "Ingest:Indexer:RefreshInterval must lie between 0.01 seconds and 1 minute.")]
    public TimeSpan RefreshInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>At a stop, an index with at most so many documents is cleaned of deleted ones, so that ranking is exact; 0 never.</summary>
    [Range(0, int.MaxValue, ErrorMessage = "Ingest:Indexer:ExpungeUpTo must not be negative.")]
    public int ExpungeUpTo { get; set; } = 200_000;
}
