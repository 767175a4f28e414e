using System.Diagnostics;
using Ingest.Benchmarks.Pipeline;
using Ingest.Contracts;
using Lucene.Net.Analysis.En;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Ingest.Benchmarks.Search;

/// <summary>Articles per processor second through the Indexer (documents and index), and through a bare <c>AddDocument</c> of the same text.</summary>
internal static class IndexingRate
{
    public static async Task<(double Indexer, double Bare)> MeasureAsync(MadeUpNews news, int first, int count, Scratch scratch, CancellationToken cancellationToken)
    {
        var changes = Enumerable.Range(first, count).Select(news.Change).ToList();
        var bare = Cpu(() => Bare([.. changes.Select(change => change.Article!)], scratch.New("bare")));
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        await using (var archive = await IndexedArchive.OpenAsync(scratch.New("indexer")))
        {
            foreach (var batch in changes.Chunk(256))
            {
                await archive.Store.ApplyAsync(batch, cancellationToken);
            }

            await archive.SettleAsync(cancellationToken);
        }

        var own = Process.GetCurrentProcess().TotalProcessorTime - before;
        return (count / own.TotalSeconds, count / bare.TotalSeconds);
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
