using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Ingest.Indexer;

/// <summary>The Indexer's spans and measurements.</summary>
internal static class Telemetry
{
    private static readonly ActivitySource Source = new("Ingest.Indexer");
    private static readonly Meter Meter = new("Ingest.Indexer");

    private static readonly Histogram<double> StageDuration = Meter.CreateHistogram<double>(
        "ingest.stage.duration", "s", "From taking a message to having published what came of it.");

    private static readonly Counter<long> Articles = Meter.CreateCounter<long>(
        "ingest.indexer.articles", "{article}", "Articles by outcome: indexed, withdrawn, outdated or failed; repeats count again.");

    /// <summary>From a file's discovery until search shows its article.</summary>
    public static Histogram<double> DropToSearchable { get; } = Meter.CreateHistogram<double>(
        "ingest.drop_to_searchable", "s", "From the moment a file was found until search shows its article.");

    /// <summary>Begins the span of one message, in the trace that it continues.</summary>
    public static Stage Begin(string? fileId, string? articleId, long? revision, TimeProvider time)
    {
        var activity = Source.StartActivity("index");
        activity?.SetTag("ingest.file.id", fileId);
        activity?.SetTag("ingest.article.id", articleId);
        activity?.SetTag("ingest.revision", revision);
        return new Stage(activity, time);
    }

    /// <summary>One message in this stage; one that ends without an outcome has failed.</summary>
    public sealed class Stage(Activity? activity, TimeProvider time) : IDisposable
    {
        private readonly long _start = time.GetTimestamp();

        public string Outcome { get; set; } = "failed";

        public void Dispose()
        {
            activity?.SetTag("ingest.outcome", Outcome);
            activity?.SetStatus(Outcome == "failed" ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
            activity?.Dispose();
            Articles.Add(1, new KeyValuePair<string, object?>("outcome", Outcome));
            StageDuration.Record(time.GetElapsedTime(_start).TotalSeconds, new KeyValuePair<string, object?>("stage", "index"));
        }
    }
}
