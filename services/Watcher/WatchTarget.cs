using System.Text;
using Ingest.Files;

namespace Ingest.Watcher;

/// <summary>A folder to watch, or one file of it.</summary>
/// <param name="Root">Absolute path of the folder.</param>
/// <param name="Name">Name of the watch; null for the folder's own.</param>
/// <param name="Only">The single file's path below it, in the notation of <see cref="RelativePath"/>; null for all.</param>
internal sealed record WatchTarget(string Root, string? Name, string? Only)
{
    /// <summary>A path from the command line: a folder, or a file, which is watched as part of its folder.</summary>
    public static WatchTarget Of(string path, string? name)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return Directory.Exists(full)
            ? new WatchTarget(full, name, null)
            : new WatchTarget(Path.GetDirectoryName(full)!, name, RelativePath.Decode(Encoding.UTF8.GetBytes(Path.GetFileName(full))));
    }
}
