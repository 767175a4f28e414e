using Microsoft.Extensions.Logging;

namespace Ingest.Hosting;

internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Warning, "The broker at {Broker} does not answer (attempt {Attempt}): {Error}. Trying again; check --broker, or start RabbitMQ.")]
    public static partial void BrokerUnreachable(ILogger logger, Uri broker, int attempt, string error);
}
