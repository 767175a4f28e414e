namespace Ingest.Files;

/// <summary>Names that this software gives to what it puts into a watched folder for its own purposes; no Watcher takes them, whatever its settings.</summary>
public static class OwnNames
{
    /// <summary>Begins all of them.</summary>
    public const string Prefix = ".ingest-";

    private static readonly HashSet<string> JunkNames =
        new(["Thumbs.db", "ehthumbs.db", "desktop.ini", "@eaDir", "#recycle", "$RECYCLE.BIN", "System Volume Information", "lost+found"], StringComparer.OrdinalIgnoreCase);

    private static readonly string[] JunkEndings = [".part", ".partial", ".tmp", ".temp", ".crdownload", ".download", ".swp", ".filepart", "~",
        // Says how the table beside it is to be read; the parser looks for it there.
        ".mapping.json"];

    /// <summary>Whether it is one of them.</summary>
    public static bool Is(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.StartsWith(Prefix, StringComparison.Ordinal);
    }

    /// <summary>Whether a name is hidden, or that of a temporary or a system's own file, none of which is anybody's news.</summary>
    public static bool IsJunk(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return name[0] == '.'
            || name.StartsWith("~$", StringComparison.Ordinal)
            || JunkNames.Contains(name)
            || JunkEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }
}
