namespace Ingest.Queries;

/// <summary>No parameters yet.</summary>
public sealed record ActivityRequest;

/// <summary>What the pipeline does at the moment, as the Watcher's process sees it.</summary>
public sealed record PipelineActivity
{
    /// <summary>Files in the ledger that wait for their turn to be published.</summary>
    public long Waiting { get; init; }

    /// <summary>Of <see cref="Waiting"/>: those that wait for a further attempt after an error.</summary>
    public long WaitingForRetry { get; init; }

    /// <summary>Files with the Parser.</summary>
    public long Parsing { get; init; }

    /// <summary>Files that are parsed and whose articles are not all in the index.</summary>
    public long Settling { get; init; }

    /// <summary>Messages by queue, see <c>Ingest.Hosting.Endpoints</c>; empty when they cannot be counted.</summary>
    public IReadOnlyDictionary<string, long> Queues { get; init; } = new Dictionary<string, long>();

    /// <summary>Files that reached a final state in the last ten seconds, for each second.</summary>
    public double FilesPerSecond { get; init; }

    /// <summary>
    /// Files that reached a final state in each of the last sixty minutes, the present one last. Of this run of the Watcher only;
    /// empty from a process that does not run it.
    /// </summary>
    public IReadOnlyList<long> FinishedPerMinute { get; init; } = [];

    /// <summary>The batch that is under way; null when nothing is.</summary>
    public BatchEntry? Batch { get; init; }

    /// <summary>The broker.</summary>
    public BrokerStatus Broker { get; init; } = new(null, true);

    /// <summary>The disk that holds the stores.</summary>
    public DiskStatus? Disk { get; init; }
}

/// <summary>How the broker is.</summary>
/// <param name="Address">Without credentials; null when messages stay in one process.</param>
/// <param name="Answers">Whether it answers.</param>
public sealed record BrokerStatus(string? Address, bool Answers);

/// <summary>How full a disk is.</summary>
/// <param name="Folder">The folder it was asked for.</param>
/// <param name="FreeBytes">Bytes that are free to this process.</param>
/// <param name="FreeShare">The same as a share, 0 to 1.</param>
/// <param name="MinFreeShare">Below this share nothing new is published.</param>
public sealed record DiskStatus(string Folder, long FreeBytes, double FreeShare, double MinFreeShare);
