namespace Ingest.CommandLine.Rebuilding;

/// <summary>A store that can be made again of the parser's articles, and what there is to delete of it.</summary>
/// <param name="Name">The role that owns it.</param>
/// <param name="Files">File names below the data folder; SQLite's companions go with each.</param>
/// <param name="Folders">Folder names below the data folder.</param>
internal sealed record RebuildTarget(string Name, IReadOnlyList<string> Files, IReadOnlyList<string> Folders)
{
    private static readonly string[] Companions = ["", "-wal", "-shm", "-journal"];

    public static IReadOnlyList<RebuildTarget> All { get; } =
    [
        new("deduplicator", ["deduplicator.db"], ["deduplicator-index"]),
        new("indexer", ["indexer.db"], ["index"]),
    ];

    public void Delete(string data)
    {
        foreach (var path in Files.SelectMany(_ => Companions, (file, companion) => Path.Combine(data, file + companion)))
        {
            File.Delete(path);
        }

        foreach (var folder in Folders.Select(folder => Path.Combine(data, folder)).Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
