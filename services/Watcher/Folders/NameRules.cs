using Ingest.Files;
using Microsoft.Extensions.FileSystemGlobbing;

namespace Ingest.Watcher.Folders;

/// <summary>Which names are taken. The list of what nobody wants is that of people's complaints: office locks, half downloads, previews.</summary>
internal sealed class NameRules
{
    /// <summary>Begins the name of the file that proves that events arrive; it is never taken.</summary>
    public const string ProbePrefix = ".ingest-probe-";

    private static readonly string[] JunkNames = ["Thumbs.db", "desktop.ini", "@eaDir", "lost+found", "#recycle", "$RECYCLE.BIN", "System Volume Information"];
    private static readonly string[] JunkPrefixes = [".", "~$", "~lock."];
    private static readonly string[] JunkSuffixes = [".part", ".partial", ".tmp", ".temp", ".crdownload", ".download", ".filepart", ".swp", ".swx", "~"];

    private readonly bool _hidden;
    private readonly HashSet<string> _excludedFolders;
    private readonly Matcher? _globs;

    /// <param name="options">Globs, and whether junk is wanted.</param>
    /// <param name="root">The watched folder.</param>
    /// <param name="excludedFolders">Absolute folders that are never entered.</param>
    public NameRules(FolderOptions options, string root, IEnumerable<string> excludedFolders)
    {
        _hidden = options.Hidden;
        _excludedFolders = [.. excludedFolders
            .Select(folder => Path.GetRelativePath(root, folder))
            .Where(relative => relative != "." && !relative.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(relative))
            .Select(relative => relative.Replace(Path.DirectorySeparatorChar, '/'))];
        if (options.Include.Length > 0 || options.Exclude.Length > 0)
        {
            _globs = new Matcher(StringComparison.Ordinal);
            _globs.AddIncludePatterns(options.Include.Length > 0 ? options.Include : ["**/*"]);
            _globs.AddExcludePatterns(options.Exclude);
        }
    }

    /// <summary>Whether a folder is entered.</summary>
    public bool Enters(string path) => !_excludedFolders.Contains(path) && (_hidden || !IsJunk(RelativePath.Name(path)));

    /// <summary>Whether a file is taken; the folders above it have been asked about before.</summary>
    public bool Takes(string path)
    {
        var name = RelativePath.Name(path);
        return !name.StartsWith(ProbePrefix, StringComparison.Ordinal) && (_hidden || !IsJunk(name)) && _globs?.Match(path).HasMatches != false;
    }

    /// <summary>Whether a file of which nothing is known but its path is taken.</summary>
    public bool TakesWhole(string path)
    {
        for (var folder = RelativePath.Directory(path); folder.Length > 0; folder = RelativePath.Directory(folder))
        {
            if (!Enters(folder))
            {
                return false;
            }
        }

        return Takes(path);
    }

    private static bool IsJunk(string name) =>
        JunkNames.Contains(name, StringComparer.OrdinalIgnoreCase)
        || Array.Exists(JunkPrefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal))
        || Array.Exists(JunkSuffixes, suffix => name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
}
