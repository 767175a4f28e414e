using System.Globalization;
using Ingest.Indexer.Documents;
using Ingest.Indexer.Facets;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Microsoft.Extensions.Logging;

namespace Ingest.Indexer.Search;

/// <summary>
/// The index as the one process sees it that may write it: changes are searchable after <see cref="Refresh"/>, durable after
/// <see cref="Commit"/>. One thread writes, any number searches.
/// </summary>
internal sealed class WritableIndex : ISearchIndex, IDisposable
{
    private const int PageSize = 512;
    private const int FewChanges = 64;

    private readonly FSDirectory _directory;
    private readonly IndexWriter _writer;
    private readonly SearcherManager _searchers;
    private readonly SearcherLeases _leases = new();
    private readonly ArticleDocument _document = new();
    private readonly string _store;
    private readonly ILogger _log;
    private readonly long _mayHave;
    private long _applied;
    private long _visible;
    private long _committed;
    private long _settled;

    private WritableIndex(FSDirectory directory, string store, long sequence, long storeSequence, ILogger log)
    {
        _directory = directory;
        _writer = IndexWriterFactory.Create(directory);
        _searchers = new SearcherManager(_writer, applyAllDeletes: true, new LiveSearcherFactory());
        _store = store;
        _log = log;
        // A commit may hold more than its position says, see Commit; an index that says 0 is empty.
        _mayHave = sequence == 0 ? 0 : storeSequence;
        AppliedSequence = _committed = _visible = sequence;
    }

    /// <summary>The last change that was handed over.</summary>
    public long AppliedSequence
    {
        get => Interlocked.Read(ref _applied);
        private set => Interlocked.Exchange(ref _applied, value);
    }

    /// <summary>The last change that outlives a crash.</summary>
    public long CommittedSequence => Interlocked.Read(ref _committed);

    /// <inheritdoc/>
    public long VisibleSequence => Interlocked.Read(ref _visible);

    /// <summary>
    /// Opens the index, or begins a new one where the old one is damaged, of another format or of another store. Only under the
    /// folder's lock.
    /// </summary>
    /// <param name="folder">Where it is.</param>
    /// <param name="store">Identity of the store.</param>
    /// <param name="storeSequence">Highest sequence number of the store; an index beyond it belongs to another.</param>
    /// <param name="check">Whether to read every byte and compare checksums.</param>
    /// <param name="log">Told why an index is built anew.</param>
    public static WritableIndex Open(IndexFolder folder, string store, long storeSequence, bool check, ILogger log)
    {
        var position = folder.Committed();
        var reason = position is null ? System.IO.Directory.Exists(folder.Path) ? "it cannot be read" : "there is none"
            : position.Format != IndexFolder.Format ? "another version of this program wrote it"
            : position.Store != store || position.Sequence > storeSequence ? "it belongs to another store"
            : null;
        if (reason is null)
        {
            try
            {
                return OpenExisting(folder, position!, storeSequence, check, log);
            }
            catch (Exception exception) when (IndexFolder.IsDamage(exception))
            {
                reason = "it is damaged: " + exception.Message;
            }
        }

        if (storeSequence > 0)
        {
            Log.Rebuilding(log, folder.Path, reason, storeSequence);
        }

        folder.Delete();
        return OpenExisting(folder, new IndexPosition(IndexFolder.Format, store, 0), storeSequence, check: false, log);
    }

    /// <summary>Takes the next page of what changed in the store; returns it, empty at the store's end.</summary>
    public async Task<IReadOnlyList<StoredDocument>> ApplyNextAsync(DocumentFeed documents, CancellationToken cancellationToken)
    {
        var page = await documents.AfterAsync(AppliedSequence, PageSize, cancellationToken);
        Apply(page);
        return page.Changes;
    }

    /// <summary>Takes changes in the order of their sequence numbers. A document that Lucene refuses is logged and left out.</summary>
    /// <param name="page">What follows <see cref="AppliedSequence"/> in the store.</param>
    public void Apply(ChangePage page)
    {
        var (changes, isSettled) = (page.Changes, page.ReachesEnd || (page.HasAll && _settled >= AppliedSequence));
        foreach (var change in changes)
        {
            // What changed nothing that the index holds (a cluster's name, say) is not indexed again. The position of the last
            // change does not tell that: between two pages a document that was never read can move behind it. Only what the
            // store held when it was read to its end has been indexed for certain, and what came without a gap from there on.
            if (change.SearchSequence > _settled)
            {
                Apply(change, IsNew(change, page));
            }
        }

        ApplyInflections(changes.Count);
        AppliedSequence = changes.Count == 0 ? AppliedSequence : changes[^1].Sequence;
        _settled = isSettled ? AppliedSequence : _settled;
    }

    /// <summary>Makes everything that was applied searchable.</summary>
    public void Refresh()
    {
        var applied = AppliedSequence;
        _searchers.MaybeRefreshBlocking();
        _leases.Prune();
        Interlocked.Exchange(ref _visible, applied);
    }

    /// <summary>
    /// Makes everything that was applied durable. May run beside <see cref="Apply(ChangePage)"/> and <see cref="Refresh"/>:
    /// what they add meanwhile may get into the commit and is then applied again after a crash, which changes nothing.
    /// </summary>
    public void Commit()
    {
        var applied = AppliedSequence;
        _writer.SetCommitData(new IndexPosition(IndexFolder.Format, _store, applied).ToCommitData());
        _writer.Commit();
        Interlocked.Exchange(ref _committed, applied);
    }

    /// <inheritdoc/>
    public FoundArticles Search(SearchPlan plan)
    {
        if (_leases.Acquire(plan.After) is { } kept)
        {
            try
            {
                return LuceneSearch.Run(kept, plan);
            }
            finally
            {
                _leases.Release(kept);
            }
        }

        var searcher = (LiveSearcher)_searchers.Acquire();
        try
        {
            var found = LuceneSearch.Run(searcher, plan);
            _leases.Keep(searcher, found);
            return found;
        }
        finally
        {
            _searchers.Release(searcher);
        }
    }

    /// <summary>Ends without a commit; what was not committed is applied again from the documents.</summary>
    public void Dispose()
    {
        _leases.Dispose();
        _searchers.Dispose();
        _writer.Rollback();
        _directory.Dispose();
    }

    private static WritableIndex OpenExisting(IndexFolder folder, IndexPosition position, long storeSequence, bool check, ILogger log)
    {
        var directory = folder.Open();
        try
        {
            if (check)
            {
                Check(directory);
            }

            var index = new WritableIndex(directory, position.Store, position.Sequence, storeSequence, log);
            if (position.Sequence == 0)
            {
                // So that other processes find an index they can open.
                index.Commit();
            }

            return index;
        }
        catch (Exception)
        {
            directory.Dispose();
            throw;
        }
    }

    private static void Check(FSDirectory directory)
    {
        using var reader = DirectoryReader.Open(directory);
        foreach (var leaf in reader.Leaves)
        {
            leaf.AtomicReader.CheckIntegrity();
        }
    }

    /// <summary>
    /// Whether the index cannot have the article yet. Looking for a former version in every segment takes longer than storing a document, and most
    /// articles are new. In a page with every change one can come and change again.
    /// </summary>
    private bool IsNew(StoredDocument change, ChangePage page) =>
        change.FirstSequence > Math.Max(AppliedSequence, _mayHave) && (!page.HasAll || change.FirstSequence == change.Sequence);

    private void Apply(StoredDocument change, bool isNew)
    {
        try
        {
            if (change.Article is { } article)
            {
                var document = _document.Of(article, change.IsCanonical);
                if (isNew)
                {
                    _writer.AddDocument(document);
                }
                else
                {
                    _writer.UpdateDocument(ArticleDocument.Key(change.ArticleId), document);
                }

                return;
            }

            if (!change.Deleted)
            {
                Log.Unreadable(_log, change.ArticleId, change.Sequence.ToString(CultureInfo.InvariantCulture));
            }
        }
        catch (ArgumentException exception)
        {
            // Lucene's word for a document that it does not take; the writer itself is well.
            Log.NotIndexed(_log, change.ArticleId, exception);
        }

        if (!isNew)
        {
            _writer.DeleteDocuments(ArticleDocument.Key(change.ArticleId));
        }
    }

    private void ApplyInflections(int changes)
    {
        if (_document.Met.Count > 0 && changes < FewChanges)
        {
            // Articles that come one by one, after a start above all: a document for each of them that tells nothing new would be with us for ever.
            // Under load the look costs more than it saves.
            LeaveOutKnown();
        }

        if (_document.Inflections() is { } inflections)
        {
            _writer.AddDocument(inflections);
        }
    }

    private void LeaveOutKnown()
    {
        var searcher = (LiveSearcher)_searchers.Acquire();
        try
        {
            _document.Met.RemoveAll(new Inflections(searcher.IndexReader).Contains);
        }
        finally
        {
            _searchers.Release(searcher);
        }
    }

    private sealed class LiveSearcherFactory : SearcherFactory
    {
        private readonly FacetVocabulary _facets = new();

        public override IndexSearcher NewSearcher(IndexReader reader) => new LiveSearcher(reader, _facets);
    }
}
