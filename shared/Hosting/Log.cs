using Microsoft.Extensions.Logging;

namespace Ingest.Hosting;

internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Warning, "The broker at {Broker} does not answer (attempt {Attempt}): {Error}. Trying again; check --broker, or start RabbitMQ.")]
    public static partial void BrokerUnreachable(ILogger logger, Uri broker, int attempt, string error);

    [LoggerMessage(1002, LogLevel.Critical, "The broker answers, but for {Patience} the bus has not been able to work. This process stops; start it again.")]
    public static partial void BusLost(ILogger logger, TimeSpan patience);
}
