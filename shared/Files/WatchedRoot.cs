using Ingest.Files.Linux;
using Ingest.Files.Portable;

namespace Ingest.Files;

/// <summary>
/// Everything that is done with files below one folder. Names are taken byte by byte and nothing outside the folder is ever
/// opened: no symbolic link is followed in any part of a path, whoever puts it there and whenever. Nothing is kept open between
/// calls, so that a share can be unmounted and mounted again. Safe for use by many threads.
/// </summary>
/// <param name="root">The folder; it need not exist yet, and may itself be reached by a symbolic link.</param>
public sealed class WatchedRoot(string root)
{
    private readonly IFileTree _tree = OperatingSystem.IsLinux()
        ? new LinuxTree(Path.GetFullPath(root))
        : new PortableTree(Path.GetFullPath(root));

    /// <summary>Absolute path of the folder, without a separator at its end.</summary>
    public string FullPath { get; } = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    /// <summary>Device and inode of the folder: changes when another file system is mounted there, or none any more.</summary>
    /// <exception cref="FileAccessException">It is not there, or cannot be read.</exception>
    public string Identity() => _tree.Identity();

    /// <summary>
    /// The kind of file system when it is one that others can change without this machine being told (<c>nfs</c>, <c>cifs</c>,
    /// <c>smb2</c>, <c>fuse</c>, <c>9p</c> …); null when it is local or unknown.
    /// </summary>
    /// <exception cref="FileAccessException">It is not there, or cannot be read.</exception>
    public string? RemoteFileSystem() => _tree.RemoteFileSystem();

    /// <summary>Opens a regular file for reading. The stream is unbuffered and can seek.</summary>
    /// <exception cref="FileAccessException">With the <see cref="Problem"/>.</exception>
    /// <exception cref="ArgumentException">Not a path in the notation of <see cref="RelativePath"/>.</exception>
    public Stream OpenRead(string relativePath) => _tree.OpenRead(relativePath);

    /// <summary>What stands at a path (empty: the folder itself); null when nothing does, or a link stands in the path.</summary>
    /// <exception cref="FileAccessException">It is there, or may be, and cannot be looked at.</exception>
    public FileStatus? Stat(string relativePath) => _tree.Stat(relativePath);

    /// <summary>Where a symbolic link leads in the end. It is resolved and not opened.</summary>
    public LinkTarget Resolve(string relativePath) => _tree.Resolve(relativePath);

    /// <summary>
    /// Streams the entries of one folder (empty: the root), in the order the file system gives. Memory does not grow with their
    /// number. Entries that go away meanwhile are left out.
    /// </summary>
    /// <exception cref="FileAccessException">While iterating: the folder is not there, or cannot be read (to its end).</exception>
    public IEnumerable<FileEntry> Enumerate(string directory) => _tree.Enumerate(directory);

    /// <summary>
    /// Whether any process has the file open for writing; null where the system cannot say (a share, another's file without
    /// the right to ask, another operating system).
    /// </summary>
    /// <exception cref="FileAccessException">With the <see cref="Problem"/>.</exception>
    public bool? HasWriter(string relativePath) => _tree.HasWriter(relativePath);

    /// <summary>
    /// Moves a file below another folder, under the same relative path; folders are made as needed, and nothing is ever
    /// overwritten: a name that is taken gets <c> (2)</c>, <c> (3)</c> … before its extension. Over file systems it is copied,
    /// made durable, and then deleted.
    /// </summary>
    /// <returns>The path it has below <paramref name="absoluteTargetDirectory"/>.</returns>
    /// <exception cref="FileAccessException">With the <see cref="Problem"/>; the file stands where it stood.</exception>
    public string Move(string relativePath, string absoluteTargetDirectory) =>
        _tree.Move(relativePath, Path.GetFullPath(absoluteTargetDirectory));

    /// <summary>Deletes a file or link; it is no error when it is gone.</summary>
    /// <exception cref="FileAccessException">It could not be deleted.</exception>
    public void Delete(string relativePath) => _tree.Delete(relativePath);

    /// <summary>Writes a small text file (UTF-8) in a folder that exists, over what is there.</summary>
    /// <exception cref="FileAccessException">It could not be written.</exception>
    public void WriteText(string relativePath, string text) => _tree.WriteText(relativePath, text);
}
