using Ingest.Contracts;
using Ingest.Queries;

namespace Ingest.Portal.Tests.Hosting;

/// <summary>What the services answer about the pipeline as a whole.</summary>
internal sealed partial class Archive
{
    public PipelineActivity Activity { get; set; } = new() { FinishedPerMinute = [.. Enumerable.Range(0, 60).Select(minute => (long)minute)], FilesPerSecond = 12.5 };

    public List<SourceActivity> Sources { get; } = [];

    public List<BatchEntry> Batches { get; } = [];

    public Dictionary<string, List<FileAttempt>> Attempts { get; } = new(StringComparer.Ordinal);

    public SearchableLatencies? Latency { get; set; }

    public Task<PipelineActivity> ActivityAsync(ActivityRequest request, CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult(Activity);
    }

    public Task<SourceList> SourcesAsync(SourcesRequest request, CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult(new SourceList(Sources));
    }

    public Task<BatchPage> BatchesAsync(BatchFilter filter, CancellationToken cancellationToken)
    {
        Check();
        var found = Batches.Where(batch => batch.Number < (filter.Before ?? long.MaxValue)).OrderByDescending(batch => batch.Number).ToList();
        return Task.FromResult(new BatchPage([.. found.Take(filter.Limit)], found.Count > filter.Limit ? found[filter.Limit - 1].Number : null));
    }

    public Task<BatchEntry?> BatchAsync(BatchKey key, CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult(Batches.Find(batch => batch.Number == key.Number));
    }

    public Task<FilePage> ReportAsync(BatchReport request, CancellationToken cancellationToken) =>
        FindAsync(new FileFilter { Batch = request.Number, After = request.After, Limit = request.Limit }, cancellationToken);

    public Task<AttemptList> AttemptsAsync(FileRevision key, CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult(new AttemptList(Attempts.GetValueOrDefault(key.FileId, [])));
    }

    public Task<Comparison> CompareAsync(ComparisonRequest request, CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult(new Comparison
        {
            Relation = request.First.Body == request.Second.Body ? Relations.Exact : null,
            SameCluster = true,
            Similarity = request.First.Body == request.Second.Body ? 1 : 0.25,
            Findings = [$"The titles are {request.First.Title} and {request.Second.Title}."],
        });
    }

    private static DateHistogram Histogram(IEnumerable<SearchHit> hits) => new(
        "day", [.. hits.Where(hit => hit.PublishedAt is { Length: >= 10 }).CountBy(hit => hit.PublishedAt![..10]).OrderBy(pair => pair.Key).Select(pair => new DateBar(pair.Key, pair.Value))], 0);
}
