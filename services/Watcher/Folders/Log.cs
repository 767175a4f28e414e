using Microsoft.Extensions.Logging;

namespace Ingest.Watcher.Folders;

internal static partial class Log
{
    [LoggerMessage(2101, LogLevel.Information, "Scanned {Root}: {Files} files, {Changed} new or changed, {Removed} gone, in {Seconds:0.00} s.")]
    public static partial void Scanned(ILogger logger, string root, long files, long changed, long removed, double seconds);

    [LoggerMessage(2108, LogLevel.Debug, "Scanned {Root}: {Files} files, nothing new, in {Seconds:0.00} s.")]
    public static partial void NothingNew(ILogger logger, string root, long files, double seconds);

    [LoggerMessage(2102, LogLevel.Warning, "{Root} is polled every {Interval} instead of followed by events: {Reason}")]
    public static partial void Polling(ILogger logger, string root, TimeSpan interval, string reason);

    [LoggerMessage(2103, LogLevel.Warning, "{Problem} It is tried again until it works; nothing is taken for removed meanwhile.")]
    public static partial void FolderProblem(ILogger logger, string problem);

    [LoggerMessage(2104, LogLevel.Information, "{Root} can be used again.")]
    public static partial void FolderBack(ILogger logger, string root);

    [LoggerMessage(2105, LogLevel.Warning, "The folder {Path} cannot be read and is left out: {Error}")]
    public static partial void FolderUnreadable(ILogger logger, string path, string error);

    [LoggerMessage(2106, LogLevel.Information, "{Path} was still being written after {Patience}; it is taken as it stands.")]
    public static partial void TakenUnfinished(ILogger logger, string path, TimeSpan patience);

    [LoggerMessage(2107, LogLevel.Warning, "Events of {Root} were lost; it is scanned.")]
    public static partial void EventsLost(ILogger logger, string root);
}
