using Microsoft.Extensions.Logging;

namespace Ingest.Portal;

internal static partial class Log
{
    [LoggerMessage(6001, LogLevel.Error, "A service did not answer {Path}. Check that its role runs and that Ingest:Services names it.")]
    public static partial void ServiceUnavailable(ILogger logger, string path, Exception exception);

    [LoggerMessage(6002, LogLevel.Error, "{Path} failed. This is a fault of the program: report it with the stack trace.")]
    public static partial void RequestFailed(ILogger logger, string path, Exception exception);

    [LoggerMessage(6003, LogLevel.Information, "{Count} files are tried again on request (state {State}, reason {Reason}, file {File}).")]
    public static partial void Retried(ILogger logger, int count, string? state, string? reason, string? file);

    [LoggerMessage(6007, LogLevel.Information, "{By} decided on {First} and {Second}: {Verdict} (decision {Number}).")]
    public static partial void Decided(ILogger logger, string by, string first, string second, string verdict, long number);

    [LoggerMessage(6004, LogLevel.Warning, "A wrong access key was typed in from {Client}.")]
    public static partial void WrongKey(ILogger logger, string? client);

    [LoggerMessage(6005, LogLevel.Information, "{Path} was dropped ({Bytes} bytes).")]
    public static partial void Dropped(ILogger logger, string path, long bytes);

    [LoggerMessage(6006, LogLevel.Error, "{Path} could not be put into the watched folder. May this process write there?")]
    public static partial void DropFailed(ILogger logger, string path, Exception exception);
}
