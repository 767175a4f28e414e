using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Ingest.Deduplicator;

/// <summary>The Deduplicator's spans and measurements.</summary>
internal static class Telemetry
{
    private static readonly ActivitySource Source = new("Ingest.Deduplicator");
    private static readonly Meter Meter = new("Ingest.Deduplicator");

    private static readonly Histogram<double> StageDuration = Meter.CreateHistogram<double>(
        "ingest.stage.duration", "s", "From taking a message to having published what came of it.");

    private static readonly Counter<long> Articles = Meter.CreateCounter<long>(
        "ingest.deduplicator.articles", "{article}", "Articles by relation, or retracted or outdated; repeats count again.");

    private static readonly Counter<long> ChangedAssignments = Meter.CreateCounter<long>(
        "ingest.deduplicator.changed", "{article}", "Assignments of other articles that an arrival or a retraction changed.");

    private static readonly Counter<long> Comparisons = Meter.CreateCounter<long>(
        "ingest.deduplicator.comparisons", "{pair}", "Pairs of texts that shared a key and were compared.");

    private static readonly Counter<long> HotKeys = Meter.CreateCounter<long>(
        "ingest.deduplicator.hot_keys", "{key}", "Keys that more texts came to have than Ingest:Deduplicator:BucketLimit; their pairs are not compared.");

    /// <summary>Begins the span of one article, in the trace that the message continues.</summary>
    public static Stage Begin(string? fileId, string articleId, long revision, TimeProvider time)
    {
        var activity = Source.StartActivity("deduplicate");
        activity?.SetTag("ingest.file.id", fileId);
        activity?.SetTag("ingest.article.id", articleId);
        activity?.SetTag("ingest.revision", revision);
        return new Stage(activity, time);
    }

    public static void Compared(int pairs) => Comparisons.Add(pairs);

    public static void TurnedHot(int keys) => HotKeys.Add(keys);

    /// <summary>One article in this stage; one that ends without <see cref="End"/> has failed.</summary>
    public sealed class Stage(Activity? activity, TimeProvider time) : IDisposable
    {
        private readonly long _start = time.GetTimestamp();
        private string _outcome = "failed";

        public void End(string outcome, int changed)
        {
            _outcome = outcome;
            ChangedAssignments.Add(changed);
            activity?.SetTag("ingest.changed", changed);
        }

        public void Dispose()
        {
            activity?.SetTag("ingest.relation", _outcome);
            activity?.SetStatus(_outcome == "failed" ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
            activity?.Dispose();
            Articles.Add(1, new KeyValuePair<string, object?>("relation", _outcome));
            StageDuration.Record(time.GetElapsedTime(_start).TotalSeconds, new KeyValuePair<string, object?>("stage", "deduplicate"));
        }
    }
}
