namespace Ingest.CommandLine.Hosting;

/// <summary>Log lines for people: one line each, on standard error, so that standard output stays machine-readable.</summary>
public static class ConsoleLogging
{
    /// <summary>Adds the console. Quiet shows warnings of our own components only.</summary>
    public static void AddIngestConsole(this ILoggingBuilder logging, IConfiguration configuration, bool quiet = false)
    {
        ArgumentNullException.ThrowIfNull(logging);
        logging.ClearProviders();
        logging.AddConfiguration(configuration.GetSection("Logging"));
        logging.SetMinimumLevel(quiet ? LogLevel.Warning : LogLevel.Information);
        logging.AddFilter("MassTransit", quiet ? LogLevel.Error : LogLevel.Warning);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        // The keys sign form tokens and lie in the data folder, which is as safe as the archive itself.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // Our own sentence says that the application has started; the host's line would say it twice.
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
            console.UseUtcTimestamp = true;
        });
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
