using Microsoft.Extensions.Logging;

namespace Ingest.Deduplicator;

internal static partial class Log
{
    [LoggerMessage(4001, LogLevel.Debug, "Revision {Revision} of article {ArticleId} is ignored, as a newer one is known.")]
    public static partial void Outdated(ILogger logger, string articleId, long revision);

    [LoggerMessage(4002, LogLevel.Information, "{Texts} texts are in the index, ready after {Milliseconds} ms.")]
    public static partial void IndexReady(ILogger logger, int texts, long milliseconds);

    [LoggerMessage(4003, LogLevel.Warning, "{Keys} keys are shared by more texts than Ingest:Deduplicator:BucketLimit ({Limit}). Such texts are compared by their other keys only; they are boilerplate, or raise the limit and run ingest rebuild deduplicator.")]
    public static partial void KeysAreHot(ILogger logger, int keys, int limit);

    [LoggerMessage(4004, LogLevel.Information, "Decision {Number} on {FirstId} and {SecondId} ({Verdict}) was followed.")]
    public static partial void DecisionFollowed(ILogger logger, long number, string firstId, string secondId, string verdict);

    [LoggerMessage(4005, LogLevel.Warning, "Decisions of people wait, and are tried again in a second.")]
    public static partial void DecisionsWait(ILogger logger, Exception exception);
}
