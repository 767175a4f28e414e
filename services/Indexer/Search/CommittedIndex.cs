using Ingest.Indexer.Facets;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace Ingest.Indexer.Search;

/// <summary>The index as a process sees it that may not write it: the last commit, and the next one when there is one.</summary>
internal sealed class CommittedIndex(IndexFolder folder) : ISearchIndex, IDisposable
{
    private readonly System.Threading.Lock _opening = new();
    private FacetVocabulary _facets = new();
    private FSDirectory? _directory;
    private DirectoryReader? _reader;
    private LiveSearcher? _searcher;

    /// <inheritdoc/>
    public long VisibleSequence => folder.Committed()?.Sequence ?? 0;

    /// <summary>Finds articles in the newest commit; nothing when there is none.</summary>
    /// <exception cref="Exception">Any kind: the files are damaged.</exception>
    public FoundArticles Search(SearchPlan plan)
    {
        var searcher = Acquire();
        if (searcher is null)
        {
            return FoundArticles.None;
        }

        try
        {
            return LuceneSearch.Run(searcher, plan);
        }
        finally
        {
            searcher.IndexReader.DecRef();
        }
    }

    /// <summary>Lets go of the files, and opens them anew when asked again: they were replaced.</summary>
    public void Forget()
    {
        lock (_opening)
        {
            Close();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Forget();

    private LiveSearcher? Acquire()
    {
        lock (_opening)
        {
            try
            {
                Follow();
            }
            catch (IOException)
            {
                // The writer began a new index and the files we had are gone.
                Close();
                Follow();
            }

            _searcher?.IndexReader.IncRef();
            return _searcher;
        }
    }

    private void Follow()
    {
        if (_reader is null)
        {
            if (folder.Committed() is not { Format: IndexFolder.Format })
            {
                return;
            }

            _directory = folder.Open();
            Use(DirectoryReader.Open(_directory));
        }
        else if (!System.IO.Directory.Exists(folder.Path))
        {
            Close();
        }
        else if (DirectoryReader.OpenIfChanged(_reader) is { } newer)
        {
            var older = _reader;
            Use(newer);
            older.Dispose();
        }
    }

    private void Use(DirectoryReader reader) => (_reader, _searcher) = (reader, new LiveSearcher(reader, _facets));

    private void Close()
    {
        _reader?.Dispose();
        _directory?.Dispose();
        (_reader, _searcher, _directory, _facets) = (null, null, null, new FacetVocabulary());
    }
}
