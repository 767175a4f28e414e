using Microsoft.Extensions.Logging;

namespace Ingest.Indexer;

internal static partial class Log
{
    [LoggerMessage(5001, LogLevel.Warning, "The search index {Path} is built anew from {Sequence} changes in the store, because {Reason}. Search finds more and more until that is done.")]
    public static partial void Rebuilding(ILogger logger, string path, string reason, long sequence);

    [LoggerMessage(5002, LogLevel.Error, "Article {ArticleId} could not be indexed and is not found by search. This is a fault of the program: report it with the stack trace.")]
    public static partial void NotIndexed(ILogger logger, string articleId, Exception exception);

    [LoggerMessage(5003, LogLevel.Error, "The stored article {ArticleId} (sequence {Sequence}) cannot be read and is not found by search. Retry its file to store it anew.")]
    public static partial void Unreadable(ILogger logger, string articleId, string sequence);

    [LoggerMessage(5004, LogLevel.Error, "Writing the search index {Path} failed; it is opened again in a moment. Check the disk's free space and health.")]
    public static partial void TailFailed(ILogger logger, string path, Exception exception);

    [LoggerMessage(5005, LogLevel.Information, "Another process writes the search index {Path}; this one reads what it commits, and takes over when it ends.")]
    public static partial void IndexHeld(ILogger logger, string path);

    [LoggerMessage(5006, LogLevel.Warning, "Searching {Path} failed; the index is checked and, where damaged, built anew.")]
    public static partial void SearchFailed(ILogger logger, string path, Exception exception);

    [LoggerMessage(5007, LogLevel.Warning, "The search index {Path} is behind the documents and could not be brought up to date; search may miss new articles. Check the disk's free space and the folder's permissions.")]
    public static partial void CannotCatchUp(ILogger logger, string path, Exception exception);

    [LoggerMessage(5008, LogLevel.Debug, "Revision {Revision} of article {ArticleId} is ignored, as a newer one is known.")]
    public static partial void Outdated(ILogger logger, string articleId, long revision);
}
