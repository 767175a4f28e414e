using Ingest.Queries;
using Ingest.Storage;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;

namespace Ingest.Indexer.Search;

/// <summary>
/// The index of the process that writes it. Applied documents are searchable after <see cref="Refresh"/>, and outlive the process after
/// <see cref="Commit"/>; a commit says in its user data up to which sequence number it goes.
/// </summary>
public sealed class LuceneIndex : ISearchIndex
{
    // Not Lucene's own lock: it deletes its file when it is let go, and a second process that had opened that file before would
    // then hold a lock on a file that is not there any more (seen in a test that kills processes).
    private readonly InterprocessLock _alone;
    private readonly FSDirectory _directory;
    private readonly IndexWriter _writer;
    private readonly SearcherManager _searchers;
    private readonly NewsAnalyzer _analyzer = new();
    private readonly IndexedDocument _document = new();
    private readonly string _store;
    private long _visible;

    private LuceneIndex(InterprocessLock alone, FSDirectory directory, IndexWriter writer, string store, long sequence)
    {
        (_alone, _directory, _writer, _store) = (alone, directory, writer, store);
        _searchers = new SearcherManager(writer, applyAllDeletes: true, null);
        AppliedSequence = _visible = sequence;
    }

    /// <summary>The highest sequence number that was applied.</summary>
    public long AppliedSequence { get; private set; }

    /// <inheritdoc/>
    public long VisibleSequence => Interlocked.Read(ref _visible);

    /// <summary>Whether there is anything that a kill of the process would lose.</summary>
    public bool IsDirty => _writer.HasUncommittedChanges();

    /// <summary>
    /// Opens the index for writing and goes on from its last commit. One that is damaged, of another store or of another format is
    /// made anew; <paramref name="renewed"/> is told why.
    /// </summary>
    /// <returns>Null when another process writes there.</returns>
    public static LuceneIndex? TryOpen(string path, string store, long storeSequence, Action<string> renewed)
    {
        if (InterprocessLock.TryAcquire(path + ".lock") is not { } alone)
        {
            return null;
        }

        FSDirectory? directory = null;
        try
        {
            System.IO.Directory.CreateDirectory(path);
            directory = FSDirectory.Open(path, NoLockFactory.GetNoLockFactory());
            var sequence = IndexCheck.Resume(directory, store, storeSequence, out var reason);
            if (reason is not null)
            {
                renewed(reason);
                IndexCheck.Clear(directory);
            }

            return new LuceneIndex(alone, directory, IndexStore.OpenWriter(directory), store, sequence);
        }
        catch
        {
            directory?.Dispose();
            alone.Dispose();
            throw;
        }
    }

    /// <summary>Applies documents in order; not visible yet.</summary>
    public void Apply(IReadOnlyList<Documents.Document> documents, Action<string, Exception> failed)
    {
        foreach (var document in documents)
        {
            try
            {
                Apply(document);
            }
            catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
            {
                // One document that Lucene will not take must not hold up all that come after it.
                failed(document.ArticleId, exception);
            }

            AppliedSequence = document.Sequence;
        }
    }

    /// <summary>Makes visible what was applied.</summary>
    public void Refresh()
    {
        var applied = AppliedSequence;
        _searchers.MaybeRefreshBlocking();
        Interlocked.Exchange(ref _visible, applied);
    }

    /// <summary>Makes durable what was applied.</summary>
    public void Commit()
    {
        _writer.SetCommitData(IndexCheck.Data(_store, AppliedSequence));
        _writer.Commit();
    }

    /// <summary>
    /// Removes what is left of overwritten and withdrawn documents. They count in how rare a word is until a merge drops them, so
    /// two archives of the same articles would rank a little differently.
    /// </summary>
    /// <param name="most">Nothing is done to an index with more documents: rewriting it would take minutes.</param>
    public void Expunge(int most)
    {
        if (_writer.HasDeletions() && _writer.MaxDoc <= most)
        {
            _writer.ForceMergeDeletes(doWait: true);
            Refresh();
        }
    }

    /// <inheritdoc/>
    public FoundArticles Find(SearchRequest request)
    {
        var searcher = _searchers.Acquire();
        try
        {
            searcher.Similarity = IndexStore.Similarity;
            return Ranking.Find(searcher, new LuceneQueries(_analyzer), request);
        }
        finally
        {
            _searchers.Release(searcher);
        }
    }

    /// <summary>Closes without a commit; call <see cref="Commit"/> before, where there is time.</summary>
    public void Dispose()
    {
        _searchers.Dispose();
        _writer.Rollback();
        _analyzer.Dispose();
        _directory.Dispose();
        _alone.Dispose();
    }

    private void Apply(Documents.Document document)
    {
        var id = new Term(IndexFields.Id, document.ArticleId);
        if (document.Article is null)
        {
            _writer.DeleteDocuments(id);
        }
        else if (document.IsNew)
        {
            // Spares Lucene the look for an older one in every segment.
            _writer.AddDocument(_document.Of(document));
        }
        else
        {
            _writer.UpdateDocument(id, _document.Of(document));
        }
    }
}
