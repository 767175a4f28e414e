using System.Diagnostics;
using Ingest.Benchmarks.Pipeline;
using Ingest.Contracts;
using Ingest.Indexer.Documents;
using Ingest.Indexer.Search;
using Ingest.Queries;
using Ingest.Storage;
using Lucene.Net.Analysis.En;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Ingest.Benchmarks.Search;

/// <summary>Articles per processor second through the Indexer (documents and index), and through a bare <c>AddDocument</c> of the same text.</summary>
/// <remarks>Each round has folders of its own: SQLite's pooled connections go on with a file of the same name that was deleted.</remarks>
internal static class IndexingRate
{
    public static async Task<(double Indexer, double Bare)> MeasureAsync(MadeUpNews news, int first, int count, int round, Scratch scratch, CancellationToken cancellationToken)
    {
        var changes = Enumerable.Range(first, count).Select(news.Change).ToList();
        var bare = Cpu(() => Bare([.. changes.Select(change => change.Article!)], scratch.New($"bare-{round}")));
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        await using (var archive = await IndexedArchive.OpenAsync(scratch.New($"indexer-{round}")))
        {
            foreach (var batch in changes.Chunk(256))
            {
                await archive.Store.ApplyAsync(batch, cancellationToken);
            }

            await archive.SettleAsync(cancellationToken);
            var found = await archive.Search.SearchAsync(new SearchRequest { Limit = 0, Duplicates = "show" }, cancellationToken);
            if (found.Total != count)
            {
                // A rate of articles that were not indexed would be no rate.
                throw new InvalidOperationException($"{found.Total} articles are searchable, not {count}.");
            }
        }

        var own = Process.GetCurrentProcess().TotalProcessorTime - before;
        return (count / own.TotalSeconds, count / bare.TotalSeconds);
    }

    /// <summary>The two halves by themselves: documents into the store, and articles as documents of the index.</summary>
    public static async Task<(double Store, double Index)> HalvesAsync(MadeUpNews news, int first, int count, int round, Scratch scratch, CancellationToken cancellationToken)
    {
        var changes = Enumerable.Range(first, count).Select(news.Change).ToList();
        var index = Cpu(() => Indexed([.. changes.Select(change => change.Article!)], scratch.New($"half-{round}")));
        var options = new StoreOptions { Data = scratch.New($"store-{round}") };
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        await using (var store = new DocumentStore(options.Open("indexer"), TimeProvider.System))
        {
            await store.MigrateAsync(cancellationToken);
            foreach (var batch in changes.Chunk(256))
            {
                await store.ApplyAsync(batch, cancellationToken);
            }
        }

        var own = Process.GetCurrentProcess().TotalProcessorTime - before;
        var stored = await new DocumentReader(options.Open("indexer", readOnly: true)).CountAsync(cancellationToken);
        return stored == count ? (count / own.TotalSeconds, count / index.TotalSeconds) : throw new InvalidOperationException($"{stored} articles are stored, not {count}.");
    }

    private static void Indexed(IReadOnlyList<Article> articles, string folder)
    {
        using var directory = FSDirectory.Open(folder);
        using var writer = IndexWriterFactory.Create(directory);
        var document = new ArticleDocument();
        foreach (var page in articles.Chunk(512))
        {
            Array.ForEach(page, article => writer.AddDocument(document.Of(article, canonical: true)));
            if (document.Inflections() is { } inflections)
            {
                writer.AddDocument(inflections);
            }
        }

        writer.Commit();
    }

    private static TimeSpan Cpu(Action work)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        work();
        return Process.GetCurrentProcess().TotalProcessorTime - before;
    }

    private static void Bare(IReadOnlyList<Article> articles, string folder)
    {
        using var analyzer = new EnglishAnalyzer(LuceneVersion.LUCENE_48);
        using var directory = FSDirectory.Open(folder);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { RAMBufferSizeMB = 64 });
        foreach (var article in articles)
        {
            writer.AddDocument(
            [
                new StringField("id", article.ArticleId, Field.Store.YES), new TextField("title", article.Title, Field.Store.NO), new TextField("body", article.Body, Field.Store.NO),
            ]);
        }

        writer.Commit();
    }
}
