using Microsoft.Extensions.Logging;

namespace Ingest.Indexer;

internal static partial class Log
{
    [LoggerMessage(5001, LogLevel.Warning, "The search index is made anew from the documents: {Reason}.")]
    public static partial void IndexRenewed(ILogger logger, string reason);

    [LoggerMessage(5002, LogLevel.Error, "Article {ArticleId} cannot be indexed and is left out of search.")]
    public static partial void DocumentFailed(ILogger logger, Exception exception, string articleId);

    [LoggerMessage(5003, LogLevel.Error, "The search index met an error; it is opened anew in {Delay}.")]
    public static partial void TailFailed(ILogger logger, Exception exception, TimeSpan delay);

    [LoggerMessage(5004, LogLevel.Information, "Another process writes the search index of this data folder; this one follows its commits.")]
    public static partial void FollowsCommits(ILogger logger);

    [LoggerMessage(5005, LogLevel.Information, "The search index goes on from document {Sequence} of {StoreSequence}.")]
    public static partial void IndexOpened(ILogger logger, long sequence, long storeSequence);
}
