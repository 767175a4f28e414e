using System.Diagnostics;
using System.Diagnostics.Metrics;
using Ingest.Parser.Discovery;
using Ingest.Parser.Store;

namespace Ingest.Parser;

/// <summary>The Parser's spans and measurements.</summary>
internal static class Telemetry
{
    private static readonly ActivitySource Source = new("Ingest.Parser");
    private static readonly Meter Meter = new("Ingest.Parser");

    private static readonly Histogram<double> StageDuration = Meter.CreateHistogram<double>(
        "ingest.stage.duration", "s", "From taking a message to having published what came of it.");

    private static readonly Counter<long> Files = Meter.CreateCounter<long>(
        "ingest.parser.files", "{file}", "Files worked on, by outcome; repeats count again.");

    private static readonly Counter<long> Articles = Meter.CreateCounter<long>(
        "ingest.parser.articles", "{article}", "Articles published, by outcome: parsed or retracted; repeats count again.");

    /// <summary>Begins the span of one file, in the trace that the message continues.</summary>
    public static Stage Begin(string fileId, long revision, TimeProvider time)
    {
        var activity = Source.StartActivity("parse");
        activity?.SetTag("ingest.file.id", fileId);
        activity?.SetTag("ingest.revision", revision);
        return new Stage(activity, time);
    }

    private static string OutcomeOf(ProcessedFile processed) => processed switch
    {
        ProcessedFile.Settled settled => settled.File.Outcome,
        ProcessedFile.Portion portion => portion.Final?.Outcome ?? "portion",
        ProcessedFile.Superseded => "superseded",
        ProcessedFile.Quarantined => "quarantined",
        _ => "outdated",
    };

    /// <summary>One file in this stage; one that ends without <see cref="End"/> has failed.</summary>
    public sealed class Stage(Activity? activity, TimeProvider time) : IDisposable
    {
        private readonly long _start = time.GetTimestamp();
        private string _outcome = "failed";

        public void End(ProcessedFile processed)
        {
            _outcome = OutcomeOf(processed);
            if (processed is ProcessedFile.Portion { Kept: var portion })
            {
                Count(portion.ArticleIds, FileOutcomes.Parsed);
                activity?.SetTag("ingest.portion", portion.Number);
                activity?.SetTag("ingest.articles", portion.ArticleIds.Count);
            }

            if (processed is ProcessedFile.Settled { File: var file })
            {
                Count(file.ArticleIds, FileOutcomes.Parsed);
                Count(file.RetractedIds, "retracted");
                if (file.ArticleIds is [var only])
                {
                    activity?.SetTag("ingest.article.id", only);
                }

                activity?.SetTag("ingest.articles", file.ArticleIds.Count);
            }
        }

        public void Dispose()
        {
            activity?.SetTag("ingest.outcome", _outcome);
            activity?.SetStatus(_outcome == "failed" ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
            activity?.Dispose();
            Files.Add(1, new KeyValuePair<string, object?>("outcome", _outcome));
            StageDuration.Record(time.GetElapsedTime(_start).TotalSeconds, new KeyValuePair<string, object?>("stage", "parse"));
        }

        private static void Count(IReadOnlyList<string> articles, string outcome)
        {
            if (articles.Count > 0)
            {
                Articles.Add(articles.Count, new KeyValuePair<string, object?>("outcome", outcome));
            }
        }
    }
}
