using Microsoft.Extensions.Logging;

namespace Ingest.Watcher;

internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Information, "{Count} files were with the workers when the watcher last stopped; they are published again.")]
    public static partial void RedrivenAtStart(ILogger logger, int count);

    [LoggerMessage(2002, LogLevel.Warning, "{Count} files made no progress for too long and are published again. If this goes on, check that every role runs.")]
    public static partial void RedrivenStalled(ILogger logger, int count);

    [LoggerMessage(2003, LogLevel.Warning, "The broker did not take {Count} files ({Error}); they are tried again in {Delay}.")]
    public static partial void NotPublished(ILogger logger, int count, string error, TimeSpan delay);

    [LoggerMessage(2004, LogLevel.Warning, "Paused: {Reason}")]
    public static partial void Paused(ILogger logger, string reason);

    [LoggerMessage(2005, LogLevel.Information, "Goes on: nothing holds it up any more.")]
    public static partial void Resumed(ILogger logger);

    [LoggerMessage(2006, LogLevel.Error, "The dispatcher met an error and goes on in {Delay}.")]
    public static partial void DispatchFailed(ILogger logger, Exception exception, TimeSpan delay);

    [LoggerMessage(2007, LogLevel.Warning, "{Path} could not be moved or deleted after its completion: {Error} It is tried again.")]
    public static partial void NotDisposed(ILogger logger, string path, string error);

    [LoggerMessage(2008, LogLevel.Warning, "{Stage} failed on file {FileId}, revision {Revision}: {Error}")]
    public static partial void StageFaulted(ILogger logger, string stage, string fileId, long revision, string error);

    [LoggerMessage(2009, LogLevel.Information, "Watching {Root} as '{Name}'.")]
    public static partial void Watching(ILogger logger, string root, string name);

    [LoggerMessage(2010, LogLevel.Error, "Watching {Root} ended with an error; it starts anew in {Delay}.")]
    public static partial void WatchFailed(ILogger logger, Exception exception, string root, TimeSpan delay);
}
