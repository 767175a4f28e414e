using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Util;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace Ingest.Indexer.Search;

/// <summary>How this system's indexes are written; also for measurements that index without it.</summary>
public static class IndexWriterFactory
{
    /// <summary>Memory in megabytes that collects documents before they are written out as a segment.</summary>
    public const double BufferMegabytes = 64;

    /// <summary>A writer over <paramref name="directory"/>, which must not have another one.</summary>
    public static IndexWriter Create(LuceneDirectory directory) =>
        // The analyzer is never asked: the fields bring their own words.
        new(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())
        {
            OpenMode = OpenMode.CREATE_OR_APPEND,
            RAMBufferSizeMB = BufferMegabytes,
            Similarity = new GridSimilarity(),
            // Packing the files of a new segment into one is a fiftieth of indexing, and delays what waits to be seen.
            UseCompoundFile = false,
            // Damage found while copying a segment is reported, not copied.
            CheckIntegrityAtMerge = true,
        });
}
