namespace Ingest.Parser.Containers.Zip;

/// <summary>Chooses how a ZIP file is read: by its directory, or without one from front to back.</summary>
internal static class ZipReaders
{
    /// <summary>Enough to see whether a ZIP file is a web archive.</summary>
    private const int FirstEntries = 1_000;

    public static IMemberReader Open(Stream file, WalkLimits limits)
    {
        if (ZipEnd.Find(file) is not { } end)
        {
            return new CutOffZipReader(file, limits);
        }

        var names = ZipDirectory.Entries(file, FirstEntries).Select(entry => entry.Name).ToList();
        return new ZipReader(file, end, IsWacz(names) ? name => name.StartsWith("archive/", StringComparison.Ordinal) : _ => true, limits);
    }

    /// <summary>WACZ 1.1: beside the archives there are indexes and lists of pages, which are no articles.</summary>
    private static bool IsWacz(List<string> names) =>
        names.Contains("datapackage.json") && names.Exists(name => name.StartsWith("archive/", StringComparison.Ordinal) && name.Contains(".warc", StringComparison.OrdinalIgnoreCase));
}
