using Lucene.Net.Search;

namespace Ingest.Indexer.Search;

/// <summary>
/// Keeps the states of the index that cursors by relevance came from, so that the pages of one reader add up to one result while articles
/// arrive. For two minutes: they hold on to files that merges have replaced.
/// </summary>
internal sealed class SearcherLeases : IDisposable
{
    private const double Seconds = 120;

    private readonly SearcherLifetimeManager _kept = new();

    /// <summary>The state that a position came from; null when it is not kept any more.</summary>
    public LiveSearcher? Acquire(string? position) =>
        ResultPosition.Read(position) is { View: > 0 and var view } ? (LiveSearcher?)_kept.Acquire(view) : null;

    /// <summary>Gives back what <see cref="Acquire"/> gave.</summary>
    public void Release(LiveSearcher searcher) => _kept.Release(searcher);

    /// <summary>Keeps the state that <paramref name="found"/> came from, when another page may be asked for.</summary>
    public void Keep(LiveSearcher searcher, FoundArticles found)
    {
        if (ResultPosition.Read(found.Next) is { View: > 0 })
        {
            _kept.Record(searcher);
        }
    }

    /// <summary>Lets go of old states.</summary>
    public void Prune() => _kept.Prune(new SearcherLifetimeManager.PruneByAge(Seconds));

    public void Dispose() => _kept.Dispose();
}
