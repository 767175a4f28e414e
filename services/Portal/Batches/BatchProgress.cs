using Ingest.Queries;

namespace Ingest.Portal.Batches;

/// <summary>How far a batch is.</summary>
internal static class BatchProgress
{
    public static long Open(BatchEntry batch) => batch.States.GetValueOrDefault(FileStates.InFlight);

    public static long Done(BatchEntry batch) => batch.Files - Open(batch);

    /// <summary>Files a second since it began.</summary>
    public static double Average(BatchEntry batch, DateTimeOffset now) =>
        Done(batch) / Math.Max(0.001, ((batch.FinishedAt ?? now) - batch.StartedAt).TotalSeconds);

    /// <summary>Time left at a rate; null when nothing is left, or nothing moves.</summary>
    public static TimeSpan? Left(BatchEntry batch, double filesPerSecond) =>
        Open(batch) > 0 && filesPerSecond > 0 ? TimeSpan.FromSeconds(Math.Min(Open(batch) / filesPerSecond, TimeSpan.FromDays(999).TotalSeconds)) : null;
}
