using Ingest.Storage;

namespace Ingest.CommandLine.Diagnosis;

/// <summary>Runs every check; a check that throws is a problem of its own, not the end of the examination.</summary>
public static class Examination
{
    /// <summary>Checks folder, watch limits, stores, disk, broker and port.</summary>
    public static async Task<IReadOnlyList<Finding>> RunAsync(IConfiguration configuration, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var options = configuration.GetSection("Ingest").Get<StoreOptions>() ?? new StoreOptions();
        var findings = new List<Finding>();
        findings.AddRange(FolderCheck.Run(configuration["Ingest:Folder"]));
        findings.AddRange(StoreCheck.Run(options));
        findings.Add(DiskCheck.Run(options));
        findings.Add(await BrokerCheck.RunAsync(configuration["Ingest:Broker"], cancellationToken));
        findings.Add(PortCheck.Run(configuration["Ingest:Listen"]));
        return findings;
    }
}
