namespace Ingest.Storage;

/// <summary>Free space of the disk that holds a folder.</summary>
public static class DiskSpace
{
    /// <summary>Free share, 0 to 1, as an unprivileged process may use it; null where the system does not say.</summary>
    public static double? FreeShare(string folder) =>
        Find(folder) is { TotalSize: > 0 } drive ? (double)drive.AvailableFreeSpace / drive.TotalSize : null;

    /// <summary>Free bytes; null where the system does not say.</summary>
    public static long? FreeBytes(string folder) => Find(folder)?.AvailableFreeSpace;

    private static DriveInfo? Find(string folder)
    {
        // The folder may not be there yet; what holds it will then be the disk of the nearest one that is.
        var existing = Path.GetFullPath(folder);
        while (!Directory.Exists(existing) && Path.GetDirectoryName(existing) is { } parent)
        {
            existing = parent;
        }

        try
        {
            var drive = new DriveInfo(existing);
            return drive.IsReady ? drive : null;
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
