using System.Diagnostics;
using Ingest.Queries;

namespace Ingest.Benchmarks.Search;

/// <summary>How long searches take, each with total, facets, histogram and snippets of ten hits, one after the other.</summary>
internal sealed record SearchTimes(IReadOnlyList<double> Milliseconds, int Failed)
{
    public static async Task<SearchTimes> MeasureAsync(ISearchQueries search, IReadOnlyList<string> queries, bool list, CancellationToken cancellationToken)
    {
        var (times, failed) = (new List<double>(), 0);
        foreach (var query in queries)
        {
            var watch = Stopwatch.StartNew();
            try
            {
                var found = await search.SearchAsync(new SearchRequest { Query = query, Limit = 10, Facets = 10, Histogram = true }, cancellationToken);
                times.Add(watch.Elapsed.TotalMilliseconds);
                if (list)
                {
                    Console.WriteLine(FormattableString.Invariant($"    {times[^1],8:0.0} ms {found.Total,9} {(found.Relaxed ? "some" : "all ")} {query[..Math.Min(query.Length, 100)].ReplaceLineEndings(" ")}"));
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                failed++;
                Console.WriteLine($"    failed: {exception.GetType().Name} {exception.Message}: {query[..Math.Min(query.Length, 100)]}");
            }
        }

        return new SearchTimes(times, failed);
    }

    public override string ToString() => FormattableString.Invariant($"{Milliseconds.Count} queries, {Failed} failed: p50 {Percentile(50):0.0} ms, p95 {Percentile(95):0.0} ms, p99 {Percentile(99):0.0} ms, longest {Percentile(100):0.0} ms");

    public double Percentile(int share) => Milliseconds.Order().ElementAt(Math.Min(Milliseconds.Count - 1, Milliseconds.Count * share / 100));
}
