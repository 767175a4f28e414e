using System.Globalization;

namespace Ingest.Pipeline.Tests.Chaos;

/// <summary>How much to break: little in every test run, in full by <c>tests/chaos</c>, which sets these variables.</summary>
internal static class ChaosSettings
{
    public static int Files => Read("INGEST_CHAOS_FILES", 400);

    public static int Kills => Read("INGEST_CHAOS_KILLS", 4);

    public static int BrokerRestarts => Read("INGEST_CHAOS_BROKER_RESTARTS", 1);

    public static int Seed => Read("INGEST_CHAOS_SEED", 20250213);

    private static int Read(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
