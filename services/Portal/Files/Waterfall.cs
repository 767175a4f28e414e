using Ingest.Portal.Layout;
using Ingest.Queries;

namespace Ingest.Portal.Files;

/// <summary>
/// A file's way through the stages as spans of time: each attempt that came to nothing, the waiting between them, and the stages of the
/// last attempt. The ledger knows when a stage was done, so what waited in a stage's queue counts to that stage.
/// </summary>
internal static class Waterfall
{
    /// <summary>The spans; none runs backwards, whatever the clocks of several hosts say.</summary>
    public static IReadOnlyList<WaterfallRow> Of(FileEntry file, IReadOnlyList<FileAttempt> attempts, DateTimeOffset now) =>
        [.. Spans(file, attempts, now).Select(row => row.To < row.From ? row with { To = row.From } : row)];

    private static List<WaterfallRow> Spans(FileEntry file, IReadOnlyList<FileAttempt> attempts, DateTimeOffset now)
    {
        var rows = new List<WaterfallRow>();
        var at = file.DiscoveredAt;
        foreach (var attempt in attempts.Where(attempt => attempt.PublishedAt >= file.DiscoveredAt && attempt.EndedAt >= attempt.PublishedAt))
        {
            // A file that was tried again by a person waits from then on, which the ledger does not keep.
            rows.Add(new WaterfallRow("Watcher", at, attempt.PublishedAt, SpanKind.Waiting, rows.Count == 0 ? "waited for its turn" : "waited for the next attempt"));
            rows.Add(new WaterfallRow(
                $"Attempt {attempt.Attempt}", attempt.PublishedAt, attempt.EndedAt, SpanKind.Failed, string.Join(": ", new[] { Wording.Reason(attempt.Reason), attempt.Detail }.Where(text => !string.IsNullOrEmpty(text)))));
            at = attempt.EndedAt;
        }

        if (file.PublishedAt is { } published && published >= at)
        {
            rows.Add(new WaterfallRow("Watcher", at, published, SpanKind.Waiting, rows.Count == 0 ? "waited for its turn" : "waited for the next attempt"));
            rows.AddRange(Stages(file, published, now));
        }
        else if (file.FinishedAt is { } finished && finished > at)
        {
            rows.Add(new WaterfallRow("Watcher", at, finished, SpanKind.Waiting, null));
        }
        else if (file.State == FileStates.InFlight)
        {
            rows.Add(new WaterfallRow("Watcher", at, now, SpanKind.Open, file.NextAttemptAt is { } next && next > now ? $"the next attempt is at {Wording.Time(next)}" : "waits for its turn"));
        }

        return rows;
    }

    private static IEnumerable<WaterfallRow> Stages(FileEntry file, DateTimeOffset published, DateTimeOffset now)
    {
        // A report may be older than the last publish, which then only repeated it.
        var parsed = Later(file.ParsedAt, published);
        var clustered = parsed is { } from ? Later(file.ClusteredAt, from) : null;
        var isOpen = file.State == FileStates.InFlight;
        var end = file.FinishedAt ?? now;
        if (parsed is null)
        {
            yield return new WaterfallRow("Parser", published, end, isOpen ? SpanKind.Open : Outcome(file), isOpen ? "a parser has it, or will have it next" : file.Detail);
            yield break;
        }

        yield return new WaterfallRow("Parser", published, parsed.Value, file.State == FileStates.Rejected ? SpanKind.Failed : SpanKind.Working, Found(file));
        if (file.State == FileStates.Rejected)
        {
            yield break;
        }

        if (clustered is { } placed && placed <= end)
        {
            yield return new WaterfallRow("Deduplicator", parsed.Value, placed, SpanKind.Working, "the last article has its place");
            yield return new WaterfallRow("Indexer", placed, end, isOpen ? SpanKind.Open : Outcome(file), Settled(file));
        }
        else
        {
            yield return new WaterfallRow("Deduplicator, Indexer", parsed.Value, end, isOpen ? SpanKind.Open : Outcome(file), Settled(file));
        }
    }

    private static DateTimeOffset? Later(DateTimeOffset? time, DateTimeOffset than) => time is null ? null : time < than ? than : time;

    private static SpanKind Outcome(FileEntry file) => file.State is FileStates.Failed or FileStates.Rejected ? SpanKind.Failed : SpanKind.Working;

    private static string? Found(FileEntry file) => file.State == FileStates.Rejected ? file.Detail
        : file.ArticleCount is not { } count ? null
        : Wording.Count(count, "article", "articles") + (file.WarningCount > 0 ? $", {Wording.Number(file.WarningCount)} with a warning" : "");

    private static string? Settled(FileEntry file) => file.State switch
    {
        FileStates.InFlight when file.ArticleCount is { } count => $"{Wording.Number(file.SettledCount)} of {Wording.Number(count)} articles are in the index",
        FileStates.Indexed => "every article can be found",
        FileStates.Removed => "its articles are withdrawn",
        _ => file.Detail,
    };
}

/// <summary>What a span of time was.</summary>
public enum SpanKind
{
    /// <summary>Nothing was done.</summary>
    Waiting,

    /// <summary>A stage had it and was done.</summary>
    Working,

    /// <summary>It came to nothing.</summary>
    Failed,

    /// <summary>It still goes on.</summary>
    Open,
}

/// <summary>A span of time.</summary>
/// <param name="Name">The stage, or the attempt.</param>
/// <param name="From">Its beginning.</param>
/// <param name="To">Its end, or the present.</param>
/// <param name="Kind">What it was.</param>
/// <param name="Note">A sentence to it.</param>
public sealed record WaterfallRow(string Name, DateTimeOffset From, DateTimeOffset To, SpanKind Kind, string? Note);
