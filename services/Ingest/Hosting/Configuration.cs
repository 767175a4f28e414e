namespace Ingest.CommandLine.Hosting;

/// <summary>
/// One configuration for every command: <c>appsettings.json</c> in the working folder, then the environment
/// (<c>Ingest__Broker</c>), then the command line.
/// </summary>
public static class Configuration
{
    /// <summary>Builds it; <paramref name="overrides"/> are what the command line sets.</summary>
    public static IConfigurationRoot Build(IEnumerable<KeyValuePair<string, string?>> overrides) =>
        new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(overrides)
            .Build();
}
