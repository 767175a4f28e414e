using Ingest.Queries;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;

namespace Ingest.Indexer.Search;

/// <summary>The index of a process that only reads: it follows the commits of the one that writes.</summary>
public sealed class CommittedIndex : ISearchIndex
{
    private static readonly FoundArticles Nothing = new(0, [], [], null);
    private readonly FSDirectory _directory;
    private readonly NewsAnalyzer _analyzer = new();
    private readonly System.Threading.Lock _lock = new();
    private DirectoryReader? _reader;

    /// <param name="path">The index folder; it need not exist yet.</param>
    public CommittedIndex(string path) => _directory = FSDirectory.Open(path);

    /// <inheritdoc/>
    public long VisibleSequence
    {
        get
        {
            using var lease = Latest();
            return lease is null ? 0 : IndexCheck.SequenceOf(lease.Reader.IndexCommit.UserData) ?? 0;
        }
    }

    /// <inheritdoc/>
    public FoundArticles Find(SearchRequest request)
    {
        using var lease = Latest();
        return lease is null
            ? Nothing
            : Ranking.Find(new IndexSearcher(lease.Reader) { Similarity = IndexStore.Similarity }, new LuceneQueries(_analyzer), request);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _reader?.Dispose();
            _reader = null;
        }

        _analyzer.Dispose();
        _directory.Dispose();
    }

    /// <summary>The last commit; null where there is none yet.</summary>
    private Lease? Latest()
    {
        lock (_lock)
        {
            try
            {
                if (_reader is null)
                {
                    _reader = DirectoryReader.IndexExists(_directory) ? DirectoryReader.Open(_directory) : null;
                }
                else if (DirectoryReader.OpenIfChanged(_reader) is { } newer)
                {
                    _reader.Dispose();
                    _reader = newer;
                }
            }
            catch (Exception exception) when (exception is IOException)
            {
                // The writer has just replaced the files of the commit that was to be opened; the one at hand still serves.
            }

            return _reader is not null && _reader.TryIncRef() ? new Lease(_reader) : null;
        }
    }

    /// <summary>Keeps a reader open while a search uses it.</summary>
    private sealed class Lease(DirectoryReader reader) : IDisposable
    {
        public DirectoryReader Reader => reader;

        public void Dispose() => reader.DecRef();
    }
}
