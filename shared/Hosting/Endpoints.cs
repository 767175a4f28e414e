using Ingest.Contracts;
using MassTransit;

namespace Ingest.Hosting;

/// <summary>The queues, one a service, and which messages go to each. The one place that knows the routes.</summary>
public static class Endpoints
{
    /// <summary>Queue of the Watcher: what became of the files.</summary>
    public const string Watcher = "ingest-watcher";

    /// <summary>Queue of the Parser.</summary>
    public const string Parser = "ingest-parser";

    /// <summary>Queue of the Deduplicator.</summary>
    public const string Deduplicator = "ingest-deduplicator";

    /// <summary>Queue of the Indexer.</summary>
    public const string Indexer = "ingest-indexer";

    /// <summary>Message types by queue; what <see cref="Bus.RabbitMqTopology"/> declares before anything is published.</summary>
    public static IReadOnlyDictionary<string, Type[]> Routes { get; } = new Dictionary<string, Type[]>
    {
        [Parser] = [typeof(FileDiscovered), typeof(FileRemoved)],
        [Deduplicator] = [typeof(ArticleParsed), typeof(ArticleRetracted)],
        [Indexer] = [typeof(ArticleClustered), typeof(ClusterChanged)],
        [Watcher] =
        [
            typeof(FileParsed), typeof(FileRejected), typeof(FileFailed), typeof(FileSuperseded), typeof(ArticleIndexed),
            typeof(Fault<FileDiscovered>), typeof(Fault<FileRemoved>), typeof(Fault<ArticleParsed>),
            typeof(Fault<ArticleRetracted>), typeof(Fault<ArticleClustered>), typeof(Fault<ClusterChanged>),
        ],
    };
}
