using Ingest.Files;
using Microsoft.Extensions.FileSystemGlobbing;

namespace Ingest.Watcher.Folders;

/// <summary>Which names below a watched folder are taken. Paths are in the notation of <see cref="RelativePath"/>.</summary>
internal sealed class NameRules
{
    /// <summary>Begins the names of the files by which the Watcher finds out whether events arrive; never taken.</summary>
    public const string ProbePrefix = OwnNames.Prefix + "probe-";

    private readonly FolderOptions _options;
    private readonly HashSet<string> _excludedFolders;
    private readonly Matcher? _globs;

    /// <param name="root">The watched folder.</param>
    /// <param name="options">The globs and flags.</param>
    /// <param name="excludedFolders">Absolute paths that are never entered; those outside the root do not matter.</param>
    public NameRules(string root, FolderOptions options, IEnumerable<string> excludedFolders)
    {
        _options = options;
        _excludedFolders = excludedFolders
            .Select(folder => Path.GetRelativePath(root, Path.GetFullPath(folder)).Replace('\\', '/'))
            .Where(folder => folder != "." && !folder.StartsWith("../", StringComparison.Ordinal) && !Path.IsPathRooted(folder))
            .ToHashSet(StringComparer.Ordinal);
        if (options.Include.Count + options.Exclude.Count > 0)
        {
            _globs = new Matcher(StringComparison.OrdinalIgnoreCase);
            _globs.AddIncludePatterns(options.Include.Count > 0 ? options.Include : ["**/*"]);
            _globs.AddExcludePatterns(options.Exclude);
        }
    }

    /// <summary>Whether a file is taken: its own name, and every folder on the way to it.</summary>
    public bool Takes(string path) => Enters(RelativePath.Directory(path)) && TakesBelowEntered(path);

    /// <summary>As <see cref="Takes"/>, for a caller that has come through the folders already.</summary>
    public bool TakesBelowEntered(string path)
    {
        var name = RelativePath.Name(path);
        return !OwnNames.Is(name) && (_options.Hidden || !OwnNames.IsJunk(name)) && MatchesGlobs(path);
    }

    /// <summary>Whether a folder (empty: the root) is entered, and every folder on the way to it.</summary>
    public bool Enters(string folder)
    {
        for (; folder.Length > 0; folder = RelativePath.Directory(folder))
        {
            if (!EntersNext(folder))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>As <see cref="Enters"/>, for a caller that has come through the folders above already.</summary>
    public bool EntersNext(string folder) =>
        _options.Recursive && !_excludedFolders.Contains(folder) && RelativePath.Name(folder) is var name && !OwnNames.Is(name) && (_options.Hidden || !OwnNames.IsJunk(name));

    // The library takes a backslash for a separator; here it only begins the notation of a byte, which no pattern names.
    private bool MatchesGlobs(string path) => _globs is null || _globs.Match(path.Replace('\\', '\uFFFD')).HasMatches;
}
