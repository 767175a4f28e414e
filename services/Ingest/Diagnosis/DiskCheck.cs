using Ingest.Storage;

namespace Ingest.CommandLine.Diagnosis;

/// <summary>Free space where the stores are.</summary>
public static class DiskCheck
{
    /// <summary>The share below which the Watcher pauses by default.</summary>
    private const double PauseShare = 0.05;

    /// <summary>Checks the disk of the data folder.</summary>
    public static Finding Run(StoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var folder = Path.GetFullPath(options.Data);
        if (DiskSpace.FreeShare(folder) is not { } share || DiskSpace.FreeBytes(folder) is not { } bytes)
        {
            return new Finding("disk", Severity.Warning, $"The free space of {folder} cannot be told.");
        }

        var free = $"{bytes / 1e9:0.0} GB ({share:P0}) free";
        return share < PauseShare
            ? new Finding("disk", Severity.Problem, $"{free}: below {PauseShare:P0} ingest pauses. Free some space, or set Ingest__Watcher__MinFreeDisk lower.")
            : new Finding("disk", Severity.Good, $"{free}.");
    }
}
