using System.Diagnostics;

namespace Ingest.Benchmarks.Search;

/// <summary>How long after its <c>ArticleClustered</c> an article is found, one at a time while nothing else happens.</summary>
internal static class Visibility
{
    public static async Task<SearchTimes> MeasureAsync(IndexedArchive archive, MadeUpNews news, int first, int count, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        for (var number = first; number < first + count; number++)
        {
            var change = news.Change(number);
            await Task.Delay(20, cancellationToken);
            var watch = Stopwatch.StartNew();
            await archive.Store.CommitAsync(change, cancellationToken);
            while (await archive.Search.StatusAsync(new Ingest.Queries.IndexStatusRequest(), cancellationToken) is var status && status.VisibleSequence < status.StoreSequence)
            {
                await Task.Delay(1, cancellationToken);
            }

            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return new SearchTimes(times, [], 0);
    }
}
