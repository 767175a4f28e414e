using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace Ingest.Indexer.Search;

/// <summary>Opens Lucene indexes the way this service wants them.</summary>
public static class IndexStore
{
    /// <summary>Grows when documents are indexed otherwise than before: an older index is then made anew.</summary>
    internal const string Format = "1";

    private const double RamBufferMegabytes = 64;

    /// <summary>BM25 with its usual parameters (Robertson and Zaragoza 2009), for writing and for searching alike.</summary>
    internal static Similarity Similarity { get; } = new BM25Similarity();

    /// <summary>A writer on a folder; the caller sees to it that there is only one.</summary>
    public static IndexWriter OpenWriter(Lucene.Net.Store.Directory directory)
    {
        var configuration = new IndexWriterConfig(LuceneVersion.LUCENE_48, new NewsAnalyzer())
        {
            OpenMode = OpenMode.CREATE_OR_APPEND,
            RAMBufferSizeMB = RamBufferMegabytes,
            Similarity = Similarity,
            WriteLockTimeout = 0,
            // Asked to drop what was deleted, drop all of it; see LuceneIndex.Expunge.
            MergePolicy = new TieredMergePolicy { ForceMergeDeletesPctAllowed = 0 },
        };
        return new IndexWriter(directory, configuration);
    }
}
