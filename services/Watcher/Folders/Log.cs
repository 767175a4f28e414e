using Microsoft.Extensions.Logging;

namespace Ingest.Watcher.Folders;

internal static partial class Log
{
    [LoggerMessage(2100, LogLevel.Information, "Watching {Root} as '{Watch}', following the system's events.")]
    public static partial void Following(ILogger logger, string root, string watch);

    [LoggerMessage(2101, LogLevel.Information, "Watching {Root} as '{Watch}', scanning it every {Interval}: {Why}")]
    public static partial void Polling(ILogger logger, string root, string watch, TimeSpan interval, string why);

    [LoggerMessage(2102, LogLevel.Warning, "Watching {Root} as '{Watch}' by scanning it every {Interval}, which is slower than events: {Why}")]
    public static partial void PollingInstead(ILogger logger, string root, string watch, TimeSpan interval, string why);

    [LoggerMessage(2103, LogLevel.Error, "The watched folder {Root} ('{Watch}') cannot be used; it is tried again. {Problem}")]
    public static partial void Unavailable(ILogger logger, string root, string watch, string problem);

    [LoggerMessage(2104, LogLevel.Information, "The watched folder {Root} ('{Watch}') can be used again.")]
    public static partial void AvailableAgain(ILogger logger, string root, string watch);

    [LoggerMessage(2105, LogLevel.Error, "Watching {Root} ('{Watch}') was interrupted by an error and begins again with a scan.")]
    public static partial void Interrupted(ILogger logger, string root, string watch, Exception exception);

    [LoggerMessage(2106, LogLevel.Warning, "More changes at once in {Root} ('{Watch}') than the system keeps; everything is compared instead.")]
    public static partial void Overflowed(ILogger logger, string root, string watch);

    [LoggerMessage(2107, LogLevel.Error, "Nothing is removed from '{Watch}'. {Problem}")]
    public static partial void Replaced(ILogger logger, string watch, string problem);

    [LoggerMessage(2108, LogLevel.Warning, "In '{Watch}', {Count} files were still being written after {Patience}; they are taken as they stand.")]
    public static partial void TakenUnfinished(ILogger logger, string watch, int count, TimeSpan patience);

    [LoggerMessage(2109, LogLevel.Debug, "Scanned '{Watch}', folder '{Folder}': {Seen} files, {Looked} looked at, {Missing} missing, in {Milliseconds:0} ms.")]
    public static partial void Scanned(ILogger logger, string watch, string folder, long seen, long looked, long missing, double milliseconds);
}
