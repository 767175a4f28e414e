using System.CommandLine;
using System.Security.Cryptography;
using Ingest.Contracts;
using Ingest.Deduplicator;
using Ingest.Deduplicator.Sketching;
using Ingest.Deduplicator.Store;
using Ingest.Indexer;
using Ingest.Indexer.Documents;
using Ingest.Indexer.Search;
using Ingest.Parser;
using Ingest.Parser.Store;
using Ingest.Storage;
using Lucene.Net.Store;

namespace Ingest.Benchmarks.Pipeline;

/// <summary>
/// <c>floor FOLDER DATA</c>: what the work itself costs. One loop in one process reads, hashes, parses, sketches, verifies and indexes,
/// with the services' own stores and the same durability, and without messages, ledger, watching or traces.
/// </summary>
internal static class FloorCommand
{
    private const int Batch = 256;

    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER");
        var data = new Argument<string>("DATA");
        var command = new Command("floor", "The same work in one loop, without messages.") { folder, data };
        command.SetAction(async (parsed, cancellationToken) =>
            Console.WriteLine(await RunAsync(parsed.GetValue(folder)!, parsed.GetValue(data)!, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(string folder, string data, CancellationToken cancellationToken)
    {
        var options = new StoreOptions { Data = data };
        await using var articles = new ParserStore(options.Open("parser"));
        articles.Migrate();
        await using var clusters = new ClusterStore(DeduplicatorRole.OpenDatabase(options), new DeduplicatorOptions(), TimeProvider.System);
        await clusters.OpenAsync(cancellationToken);
        await using var documents = new DocumentStore(options.Open(IndexerData.Store), TimeProvider.System);
        await documents.MigrateAsync(cancellationToken);
        using var directory = FSDirectory.Open(IndexerData.IndexFolder(options));
        using var writer = IndexWriterFactory.Create(directory);
        var stages = new Stages(new FileParser(new ParserOptions(), TimeProvider.System), articles, new Sketcher(new DeduplicatorOptions()), clusters, documents);
        var (indexed, count) = (new ArticleDocument(), 0);
        foreach (var paths in System.IO.Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Chunk(Batch))
        {
            foreach (var placed in await stages.RunAsync(folder, paths, cancellationToken))
            {
                writer.AddDocument(indexed.Of(placed.Article, placed.Assignment.Relation == Relations.Canonical));
                count++;
            }
        }

        writer.Commit();
        return count;
    }

    /// <summary>The stages for a batch of files.</summary>
    private sealed class Stages(FileParser parser, ParserStore articles, Sketcher sketcher, ClusterStore clusters, DocumentStore documents)
    {
        public async Task<IReadOnlyList<ArticleClustered>> RunAsync(string folder, string[] paths, CancellationToken cancellationToken)
        {
            var files = paths.Select(path => Parse(folder, path, cancellationToken)).ToList();
            await Task.WhenAll(files.Select(file => articles.SettleAsync(file.Result, file.Articles, cancellationToken)));
            var found = files.SelectMany(file => file.Articles).ToList();
            var placements = await clusters.PlaceAsync([.. found.Select(sketcher.Of)], cancellationToken);
            var clustered = found.Zip(placements, (article, placement) => new ArticleClustered
            {
                Article = article, Assignment = placement!.Assignment!, Changed = placement.Changed, DiscoveredAt = TimeProvider.System.GetUtcNow(),
            }).ToList();
            await documents.ApplyAsync([.. clustered.Select(DocumentChange.Of)], cancellationToken);
            return clustered;
        }

        private (FileResult Result, IReadOnlyList<Article> Articles) Parse(string folder, string path, CancellationToken cancellationToken)
        {
            var bytes = File.ReadAllBytes(path);
            var relative = Path.GetRelativePath(folder, path);
            var fileId = Identifiers.File("news", relative);
            var outcome = parser.Parse(new FileContent(fileId, 1, "news", relative, bytes), cancellationToken);
            var found = outcome is ParseOutcome.Parsed parsed ? parsed.Articles : [];
            var rejected = outcome as ParseOutcome.Rejected;
            var now = TimeProvider.System.GetUtcNow();
            return (new FileResult
            {
                FileId = fileId,
                Watch = "news",
                Path = relative,
                Revision = 1,
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
                ParserVersion = FileParser.Version,
                Outcome = rejected is null ? FileOutcomes.Parsed : FileOutcomes.Rejected,
                Reason = rejected?.Reason,
                Detail = rejected?.Detail,
                ArticleIds = [.. found.Select(article => article.ArticleId)],
                DiscoveredAt = now,
                SettledAt = now,
            }, found);
        }
    }
}
