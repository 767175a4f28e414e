namespace Ingest.Watcher.Ledger;

/// <summary>What the stages report about a revision of a file: a closed set.</summary>
internal abstract record StageEvent(string FileId, long Revision)
{
    public sealed record Parsed(string FileId, long Revision, int Articles, int Retracted, int Warnings, DateTimeOffset At)
        : StageEvent(FileId, Revision)
    {
        /// <summary>Which portion of a large file, from 1; 0 for the whole file.</summary>
        public int Portion { get; init; }

        /// <summary>Whether more portions follow.</summary>
        public bool Continues { get; init; }

        /// <summary>Which publish it answers.</summary>
        public int Attempt { get; init; }
    }

    public sealed record Rejected(string FileId, long Revision, string Reason, string Detail, int Retracted, DateTimeOffset At)
        : StageEvent(FileId, Revision);

    public sealed record Settled(string FileId, long Revision, string ArticleId) : StageEvent(FileId, Revision)
    {
        /// <summary>When the Deduplicator had placed it.</summary>
        public DateTimeOffset? ClusteredAt { get; init; }
    }

    /// <summary>A worker gave up on the file.</summary>
    public sealed record Failed(string FileId, long Revision, string Reason, string Detail) : StageEvent(FileId, Revision);

    /// <summary>An unforeseen error in a stage; <paramref name="Attempt"/> where the message says which publish it belongs to.</summary>
    public sealed record Faulted(string FileId, long Revision, string Stage, string Error, int? Attempt = null) : StageEvent(FileId, Revision);

    public sealed record Superseded(string FileId, long Revision) : StageEvent(FileId, Revision);
}
