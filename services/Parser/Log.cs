using Microsoft.Extensions.Logging;

namespace Ingest.Parser;

internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Information, "{Path} was rejected ({Reason}): {Detail}")]
    public static partial void Rejected(ILogger logger, string path, string reason, string? detail);

    [LoggerMessage(3002, LogLevel.Debug, "{Path} is no longer what revision {Revision} was; the Watcher is told to look again.")]
    public static partial void Superseded(ILogger logger, string path, long revision);

    [LoggerMessage(3003, LogLevel.Debug, "Revision {Revision} of {Path} is ignored, as a newer one is known.")]
    public static partial void Outdated(ILogger logger, string path, long revision);

    [LoggerMessage(3004, LogLevel.Warning, "A parser process died while it parsed file {FileId}, revision {Revision}. It is tried again a few times, then set aside.")]
    public static partial void DiedWhileParsing(ILogger logger, string fileId, long revision);

    [LoggerMessage(3005, LogLevel.Error, "{Path} is set aside: parser processes died {Deaths} times while they worked on it. Take the file out, or give the parser more memory, and run ingest retry.")]
    public static partial void Quarantined(ILogger logger, string path, long deaths);
}
