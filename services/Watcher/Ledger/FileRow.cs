namespace Ingest.Watcher.Ledger;

/// <summary>
/// One row of the ledger as it stands in the database. Rules that change it are methods of <c>FileRow</c>'s other parts
/// (<c>FileRow.Folder.cs</c>, <c>FileRow.Progress.cs</c>, <c>FileRow.Dispatch.cs</c>) and know no database, so that every
/// transition can be tested by itself.
/// </summary>
internal sealed partial class FileRow
{
    /// <summary>0 for a row that is not in the database yet.</summary>
    public long RowNo { get; set; }

    public string FileId { get; set; } = "";

    public string Watch { get; set; } = "";

    public string Path { get; set; } = "";

    public string Desired { get; set; } = Desires.Present;

    public long Size { get; set; }

    public long ModifiedNs { get; set; }

    public long ChangedNs { get; set; }

    public string? Sha256 { get; set; }

    public long Revision { get; set; }

    public string State { get; set; } = RowStates.Waiting;

    public string? Reason { get; set; }

    public string? Detail { get; set; }

    public string? Outcome { get; set; }

    public string? OutcomeReason { get; set; }

    public string? OutcomeDetail { get; set; }

    public long Attempts { get; set; }

    public long Faults { get; set; }

    public long FaultedAttempt { get; set; }

    public long Redrives { get; set; }

    public long? NextAttemptAt { get; set; }

    public long? StallsAt { get; set; }

    public long? ArticleCount { get; set; }

    public long RetractedCount { get; set; }

    public long SettledCount { get; set; }

    public long WarningCount { get; set; }

    public long EverPublished { get; set; }

    public string? Disposition { get; set; }

    public long DiscoveredAt { get; set; }

    public long? PublishedAt { get; set; }

    public long? ParsedAt { get; set; }

    public long? FinishedAt { get; set; }

    public string Traceparent { get; set; } = "";

    /// <summary>Portions of a large file whose articles are all settled.</summary>
    public long PortionsSettled { get; set; }

    /// <summary>1 when the portion that the Parser reported last is not the file's last.</summary>
    public long Continues { get; set; }

    /// <summary>The batch that its revision came with.</summary>
    public long Batch { get; set; }

    /// <summary>When the Deduplicator had placed the last article that was settled.</summary>
    public long? ClusteredAt { get; set; }

    /// <summary>Stored in a table of its own: the attempt that has just come to nothing.</summary>
    public (long Attempt, long PublishedAt, long EndedAt, string Reason, string? Detail)? Ended { get; set; }

    /// <summary>Not stored: what was noted of this revision's articles is to be forgotten, for they come once more.</summary>
    public bool BeganAgain { get; set; }

    public bool IsOpen => RowStates.IsOpen(State);

    /// <summary>How many articles must be reported before the revision is done; null while the Parser has not said.</summary>
    public long? Expected => Outcome is null ? null : (ArticleCount ?? 0) + RetractedCount;

    /// <summary>Whether the file stands in the folder as far as the ledger knows.</summary>
    public bool IsPresent => Desired != Desires.Absent && Disposition != Dispositions.Done;

    public FileStamp Stamp
    {
        get => new(Size, ModifiedNs, ChangedNs);
        set => (Size, ModifiedNs, ChangedNs) = (value.Size, value.ModifiedNs, value.ChangedNs);
    }
}
