using Ingest.Contracts;

namespace Ingest.Queries;

/// <summary>What the Watcher answers about files, and the one command it takes.</summary>
public interface IFileQueries
{
    /// <summary>Files, a page at a time.</summary>
    Task<FilePage> FindAsync(FileFilter filter, CancellationToken cancellationToken);

    /// <summary>One file by its identifier or path; null when the ledger does not know it.</summary>
    Task<FileEntry?> GetAsync(FileKey key, CancellationToken cancellationToken);

    /// <summary>Counts by state and reason.</summary>
    Task<LedgerSummary> SummariseAsync(SummaryRequest request, CancellationToken cancellationToken);

    /// <summary>Publishes files again; returns at once, the files go through <c>inFlight</c> like new ones.</summary>
    Task<RetryResult> RetryAsync(RetryRequest request, CancellationToken cancellationToken);

    /// <summary>Batches, the newest first.</summary>
    Task<BatchPage> BatchesAsync(BatchFilter filter, CancellationToken cancellationToken);

    /// <summary>One batch; null when there is no such number.</summary>
    Task<BatchEntry?> BatchAsync(BatchKey key, CancellationToken cancellationToken);

    /// <summary>
    /// What became of each file of a batch: as kept when the batch ended; as the ledger has it while it is under way.
    /// </summary>
    Task<FilePage> ReportAsync(BatchReport request, CancellationToken cancellationToken);

    /// <summary>Attempts at a file's revision that came to nothing.</summary>
    Task<AttemptList> AttemptsAsync(FileRevision key, CancellationToken cancellationToken);
}

/// <summary>Names one file.</summary>
/// <param name="IdOrPath">Its identifier, its path below the watched folder, or a full path.</param>
public sealed record FileKey(string IdOrPath);

/// <summary>Names a file as it was at one time, see <see cref="FileEntry.Revision"/>.</summary>
public sealed record FileRevision(string FileId, long Revision);

/// <summary>Which files; all when nothing is set.</summary>
public sealed record FileFilter
{
    /// <summary>One of <see cref="FileStates"/>.</summary>
    public string? State { get; init; }

    /// <summary>One of <see cref="RejectionReasons"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>Part of the path.</summary>
    public string? Path { get; init; }

    /// <summary>Only files whose current revision came with this batch.</summary>
    public long? Batch { get; init; }

    /// <summary><c>id</c>: in order of identifier; <c>newest</c>: what came, changed or was tried again last comes first.</summary>
    public string Order { get; init; } = "id";

    /// <summary>Page size, 1 to 10,000.</summary>
    public int Limit { get; init; } = 100;

    /// <summary><see cref="FilePage.Next"/> of the page before.</summary>
    public string? After { get; init; }
}

/// <summary>A page of files.</summary>
/// <param name="Files">The files.</param>
/// <param name="Next">Cursor of the next page; null on the last.</param>
public sealed record FilePage(IReadOnlyList<FileEntry> Files, string? Next);

/// <summary>The states a file can be in. Every file is in exactly one.</summary>
public static class FileStates
{
    /// <summary>On its way: waiting to be published, or in one of the stages.</summary>
    public const string InFlight = "inFlight";

    /// <summary>Every article of it is in the index.</summary>
    public const string Indexed = "indexed";

    /// <summary>It can never work; <see cref="FileEntry.Reason"/> says why.</summary>
    public const string Rejected = "rejected";

    /// <summary>Tried as often as configured; a person can run it again.</summary>
    public const string Failed = "failed";

    /// <summary>Gone from the folder, and its articles from the index.</summary>
    public const string Removed = "removed";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [InFlight, Indexed, Rejected, Failed, Removed];
}

/// <summary>A file's row in the ledger.</summary>
public sealed record FileEntry
{
    /// <summary>See <see cref="Identifiers.File"/>.</summary>
    public required string FileId { get; init; }

    /// <summary>Name of the watch.</summary>
    public required string Watch { get; init; }

    /// <summary>Absolute path of the watched folder.</summary>
    public required string Root { get; init; }

    /// <summary>Path below the watched folder.</summary>
    public required string Path { get; init; }

    /// <summary>One of <see cref="FileStates"/>.</summary>
    public required string State { get; init; }

    /// <summary>Code of why it is rejected or failed, or what an in-flight file waits for.</summary>
    public string? Reason { get; init; }

    /// <summary>A sentence to the reason.</summary>
    public string? Detail { get; init; }

    /// <summary>Current revision.</summary>
    public required long Revision { get; init; }

    /// <summary>Size in bytes of that revision.</summary>
    public required long Size { get; init; }

    /// <summary>SHA-256 of that revision; null for what could not be read.</summary>
    public string? Sha256 { get; init; }

    /// <summary>How often this revision was published.</summary>
    public required int Attempts { get; init; }

    /// <summary>Articles in this revision, once parsed.</summary>
    public int? ArticleCount { get; init; }

    /// <summary>Articles the Indexer has reported so far.</summary>
    public int SettledCount { get; init; }

    /// <summary>Articles with a warning.</summary>
    public int WarningCount { get; init; }

    /// <summary>When this revision was first seen.</summary>
    public required DateTimeOffset DiscoveredAt { get; init; }

    /// <summary>When it was last published.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When it was parsed.</summary>
    public DateTimeOffset? ParsedAt { get; init; }

    /// <summary>When it reached its final state.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>When it will be published again; null when no retry is planned.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>When the Deduplicator had placed the last of its articles that are in the index.</summary>
    public DateTimeOffset? ClusteredAt { get; init; }

    /// <summary>The batch it came with; 0 when it came before there were batches.</summary>
    public long Batch { get; init; }

    /// <summary>W3C trace id of its journey, 32 hexadecimal digits.</summary>
    public string? TraceId { get; init; }
}

/// <summary>What to count.</summary>
/// <param name="Watch">Only this watch; all when null.</param>
/// <param name="Path">Only this path and what lies below it.</param>
public sealed record SummaryRequest(string? Watch = null, string? Path = null);

/// <summary>The ledger in numbers.</summary>
public sealed record LedgerSummary
{
    /// <summary>Files by <see cref="FileStates"/>; every state is there.</summary>
    public required IReadOnlyDictionary<string, long> States { get; init; }

    /// <summary>Rejected and failed files by reason.</summary>
    public required IReadOnlyList<ReasonCount> Reasons { get; init; }

    /// <summary>Articles of indexed files.</summary>
    public required long Articles { get; init; }

    /// <summary>Articles of files in flight that are searchable (or withdrawn) already: large files come in portions.</summary>
    public long ArticlesInFlight { get; init; }

    /// <summary>Portions of large files in flight that are done.</summary>
    public long PortionsInFlight { get; init; }

    /// <summary>Discovery time of the oldest file in flight.</summary>
    public DateTimeOffset? OldestInFlight { get; init; }

    /// <summary>Why the Watcher publishes nothing at the moment (disk full, folder unreadable); null when it does.</summary>
    public string? Paused { get; init; }
}

/// <summary>A group of failures.</summary>
public sealed record ReasonCount(string State, string Reason, long Count);

/// <summary>Which files to publish again. At least one condition must be set.</summary>
public sealed record RetryRequest
{
    /// <summary>One of <see cref="FileStates"/>; rejected and failed when null.</summary>
    public string? State { get; init; }

    /// <summary>One of <see cref="RejectionReasons"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>An identifier, or a path.</summary>
    public string? IdOrPath { get; init; }

    /// <summary>At most so many (a canary); all when null.</summary>
    public int? Limit { get; init; }
}

/// <summary>What a retry started.</summary>
/// <param name="FileIds">The files that are published again.</param>
public sealed record RetryResult(IReadOnlyList<string> FileIds);
