using Ingest.Indexer.Documents;

namespace Ingest.Indexer.Search;

/// <summary>
/// Measures from a file's discovery to its article in search. Only articles that arrive while this tail runs count: a rebuild would
/// report the age of the archive, and a change of clusters the age of an article.
/// </summary>
internal sealed class SearchableLatency(TimeProvider time, LatencyWindow window)
{
    private readonly List<DateTimeOffset> _waiting = [];
    private DateTimeOffset _newest = time.GetUtcNow();

    public void Applied(IReadOnlyList<StoredDocument> changes)
    {
        var newest = _newest;
        foreach (var change in changes)
        {
            if (change.Article is not null && change.IndexedAt >= _newest)
            {
                _waiting.Add(change.DiscoveredAt);
                newest = change.IndexedAt > newest ? change.IndexedAt : newest;
            }
        }

        _newest = newest;
    }

    public void Visible()
    {
        var now = time.GetUtcNow();
        foreach (var discovered in _waiting)
        {
            Telemetry.DropToSearchable.Record((now - discovered).TotalSeconds);
            window.Add((now - discovered).TotalSeconds);
        }

        _waiting.Clear();
    }
}
