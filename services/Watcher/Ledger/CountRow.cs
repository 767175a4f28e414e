namespace Ingest.Watcher.Ledger;

/// <summary>Files of one state and reason.</summary>
internal sealed class CountRow
{
    public string State { get; set; } = "";

    public string? Reason { get; set; }

    public long Files { get; set; }

    /// <summary>Articles that the Parser found in them.</summary>
    public long Articles { get; set; }

    /// <summary>Those of them that are searchable.</summary>
    public long Settled { get; set; }

    /// <summary>Portions of large files that are.</summary>
    public long Portions { get; set; }
}
