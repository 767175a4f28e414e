using System.Diagnostics;
using Ingest.Queries;

namespace Ingest.Benchmarks.Search;

/// <summary>How long searches take, each with total, facets, histogram and snippets of ten hits, one after the other.</summary>
/// <param name="Milliseconds">By the clock.</param>
/// <param name="Processor">Milliseconds of processor time of the searching thread: what the clock would say on a machine that does nothing else.</param>
/// <param name="Failed">Searches that threw.</param>
internal sealed record SearchTimes(IReadOnlyList<double> Milliseconds, IReadOnlyList<double> Processor, int Failed)
{
    public static Task<SearchTimes> MeasureAsync(ISearchQueries search, IReadOnlyList<string> queries, bool list, CancellationToken cancellationToken) =>
        MeasureAsync(search, queries, new SearchRequest { Limit = 10, Facets = 10, Histogram = true }, list, cancellationToken);

    /// <summary>The same with filters.</summary>
    public static async Task<SearchTimes> MeasureAsync(ISearchQueries search, IReadOnlyList<string> queries, SearchRequest request, bool list, CancellationToken cancellationToken)
    {
        var (times, processor, failed) = (new List<double>(), new List<double>(), 0);
        foreach (var query in queries)
        {
            var (watch, before) = (Stopwatch.StartNew(), ThreadClock.Now);
            try
            {
                var found = await search.SearchAsync(request with { Query = query }, cancellationToken);
                times.Add(watch.Elapsed.TotalMilliseconds);
                processor.Add((ThreadClock.Now - before).TotalMilliseconds);
                if (list)
                {
                    Console.WriteLine(FormattableString.Invariant($"    {times[^1],8:0.0} ms {processor[^1],8:0.0} {found.Total,9} {(found.Relaxed ? "some" : "all ")} {query[..Math.Min(query.Length, 100)].ReplaceLineEndings(" ")}"));
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                failed++;
                Console.WriteLine($"    failed: {exception.GetType().Name} {exception.Message}: {query[..Math.Min(query.Length, 100)]}");
            }
        }

        return new SearchTimes(times, processor, failed);
    }

    public override string ToString() =>
        $"{Milliseconds.Count} queries, {Failed} failed: {Percentiles(Milliseconds)}{(Processor.Count > 0 ? $"; processor time {Percentiles(Processor)}" : "")}";

    private static string Percentiles(IReadOnlyList<double> times)
    {
        return FormattableString.Invariant($"p50 {Of(50):0.0} ms, p95 {Of(95):0.0} ms, p99 {Of(99):0.0} ms, longest {Of(100):0.0} ms");

        double Of(int share) => times.Order().ElementAt(Math.Min(times.Count - 1, times.Count * share / 100));
    }
}
