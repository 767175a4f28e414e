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
        "ingest.indexer.articles", "{article}", "Articles settled, by outcome: indexed, withdrawn or outdated; repeats count again.");

    private static readonly Histogram<double> Searchable = Meter.CreateHistogram<double>(
        "ingest.drop_to_searchable", "s", "From the moment a file was found until search shows its article.");

    /// <summary>Begins the span of one article, in the trace that the message continues.</summary>
    public static Activity? Begin(string? fileId, string? articleId, long? revision)
    {
        var activity = Source.StartActivity("index");
        activity?.SetTag("ingest.file.id", fileId);
        activity?.SetTag("ingest.article.id", articleId);
        activity?.SetTag("ingest.revision", revision);
        return activity;
    }

    public static void Settled(string outcome, TimeSpan duration)
    {
        Articles.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
        StageDuration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("stage", "index"));
    }

    public static void Visible(TimeSpan sinceDiscovery) => Searchable.Record(sinceDiscovery.TotalSeconds);
}
