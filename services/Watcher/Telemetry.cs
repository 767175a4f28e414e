using System.Diagnostics;
using System.Diagnostics.Metrics;
using Ingest.Watcher.Ledger;

namespace Ingest.Watcher;

/// <summary>The Watcher's spans and measurements.</summary>
internal static class Telemetry
{
    public static readonly ActivitySource Source = new("Ingest.Watcher");
    public static readonly Meter Meter = new("Ingest.Watcher");

    private static readonly Counter<long> Files = Meter.CreateCounter<long>(
        "ingest.files", "{file}", "Files that reached a final state, by outcome.");

    private static readonly Histogram<double> Latency = Meter.CreateHistogram<double>(
        "ingest.file.duration", "s", "From the moment a file was found until all its articles were in the index.");

    private static readonly Counter<long> RedriveCounter = Meter.CreateCounter<long>(
        "ingest.files.redriven", "{file}", "Files published again because nobody answered, or at start-up.");

    private static readonly Counter<long> FaultCounter = Meter.CreateCounter<long>(
        "ingest.files.faults", "{fault}", "Unforeseen errors that stages reported, by stage.");

    private static readonly ObservableGauge<int> InFlightGauge = Meter.CreateObservableGauge(
        "ingest.files.in_flight", () => Volatile.Read(ref _inFlight), "{file}", "Files with the workers.");

    private static int _inFlight;

    /// <summary>
    /// Begins the trace of a revision and gives its place as a W3C traceparent. When nobody listens there is no span, but there is
    /// an identifier all the same, so that logs and pages can name the journey.
    /// </summary>
    public static string Discover(string fileId, string watch, string path, long revision, bool removed = false)
    {
        var outer = Activity.Current;
        Activity.Current = null;
        try
        {
            using var activity = Source.StartActivity("discover", ActivityKind.Internal);
            if (activity?.Id is not { } id)
            {
                return $"00-{ActivityTraceId.CreateRandom().ToHexString()}-{ActivitySpanId.CreateRandom().ToHexString()}-01";
            }

            activity.SetTag("ingest.file.id", fileId);
            activity.SetTag("ingest.revision", revision);
            activity.SetTag("ingest.watch", watch);
            activity.SetTag("file.path", path);
            activity.SetTag("ingest.removed", removed);
            return id;
        }
        finally
        {
            Activity.Current = outer;
        }
    }

    /// <summary>Begins the span of one publish, in the trace of the file's revision.</summary>
    public static Activity? Publish(FileRow row)
    {
        _ = ActivityContext.TryParse(row.Traceparent, null, isRemote: true, out var parent);
        var activity = Source.StartActivity("publish", ActivityKind.Producer, parent);
        activity?.SetTag("ingest.file.id", row.FileId);
        activity?.SetTag("ingest.revision", row.Revision);
        activity?.SetTag("ingest.attempt", row.Attempts);
        return activity;
    }

    /// <summary>The trace id in a traceparent.</summary>
    public static string? TraceId(string traceparent) => traceparent.Length >= 35 ? traceparent[3..35] : null;

    public static void Finished(IReadOnlyCollection<FileRow> rows)
    {
        foreach (var row in rows)
        {
            Files.Add(1, new KeyValuePair<string, object?>("outcome", row.State));
            if (row.State == RowStates.Indexed)
            {
                Latency.Record((row.FinishedAt!.Value - row.DiscoveredAt) / 1e6);
            }
        }
    }

    /// <summary>How many files are with the workers at the moment.</summary>
    public static void InFlight(int files) => Volatile.Write(ref _inFlight, files);

    public static void Redriven(int files) => RedriveCounter.Add(files);

    public static void Faulted(string stage) => FaultCounter.Add(1, new KeyValuePair<string, object?>("stage", stage));
}
