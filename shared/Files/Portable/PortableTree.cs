using System.Globalization;
using System.Text;

namespace Ingest.Files.Portable;

/// <summary>
/// What .NET offers on every system, so that Ingest can be tried on macOS and Windows. Links are refused by looking before
/// opening, which a hostile user of the folder could outrun; who shares a folder with strangers runs this on Linux.
/// </summary>
internal sealed class PortableTree(string root) : IFileTree
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, RecurseSubdirectories = false, IgnoreInaccessible = false };

    public string Identity()
    {
        var directory = new DirectoryInfo(root);
        return directory.Exists
            ? directory.CreationTimeUtc.Ticks.ToString(CultureInfo.InvariantCulture)
            : throw new FileAccessException(Problem.Missing, $"There is no '{root}'.");
    }

    public string? RemoteFileSystem() => null;

    public Stream OpenRead(string path)
    {
        var kind = Stat(path)?.Kind ?? throw new FileAccessException(Problem.Missing, $"There is no '{path}'.");
        return kind switch
        {
            FileKind.File => Try(path, () => new FileStream(Absolute(path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0)),
            FileKind.SymbolicLink => throw new FileAccessException(Problem.OutsideRoot, $"'{path}' is a symbolic link, and links are not followed."),
            _ => throw new FileAccessException(Problem.NotAFile, $"'{path}' is not a regular file."),
        };
    }

    public FileStatus? Stat(string path) => Try(path, () =>
    {
        for (var parent = path; parent.Length > 0 && (parent = RelativePath.Directory(parent)).Length > 0;)
        {
            if (new DirectoryInfo(Absolute(parent)).LinkTarget is not null)
            {
                return null;
            }
        }

        return Status(new FileInfo(path.Length == 0 ? root : Absolute(path)));
    });

    public LinkTarget Resolve(string path) => Try(path, () =>
    {
        var target = new FileInfo(Absolute(path)).ResolveLinkTarget(returnFinalTarget: true);
        return target is not { Exists: true } ? LinkTarget.Missing
            : (target.FullName + Path.DirectorySeparatorChar).StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? LinkTarget.Inside
            : LinkTarget.Outside;
    });

    public IEnumerable<FileEntry> Enumerate(string directory)
    {
        var entries = Try(directory, () => new DirectoryInfo(directory.Length == 0 ? root : Absolute(directory)).EnumerateFileSystemInfos("*", Everything).GetEnumerator());
        using (entries)
        {
            while (Try(directory, entries.MoveNext))
            {
                yield return new FileEntry(RelativePath.Decode(Encoding.UTF8.GetBytes(entries.Current.Name)), Status(entries.Current));
            }
        }
    }

    public bool? HasWriter(string path) => null;

    public string Move(string path, string targetDirectory) => Try(path, () =>
    {
        var (folder, name) = (RelativePath.Directory(path), RelativePath.Name(path));
        Directory.CreateDirectory(Path.Combine(targetDirectory, folder));
        for (var attempt = 1; ; attempt++)
        {
            var free = attempt == 1 ? name : $"{Path.GetFileNameWithoutExtension(name)} ({attempt}){Path.GetExtension(name)}";
            var target = Path.Combine(targetDirectory, folder, free);
            if (!File.Exists(target))
            {
                File.Move(Absolute(path), target, overwrite: false);
                return RelativePath.Join(folder, free);
            }
        }
    });

    public void Delete(string path) => Try(path, () =>
    {
        File.Delete(Absolute(path));
        return true;
    });

    public void WriteText(string path, string text) => Try(path, () =>
    {
        File.WriteAllText(Absolute(path), text);
        return true;
    });

    private static FileStatus? Status(FileSystemInfo info)
    {
        if (info.LinkTarget is not null)
        {
            return new FileStatus(FileKind.SymbolicLink, 0, Nanoseconds(info), Nanoseconds(info));
        }

        return Directory.Exists(info.FullName) ? new FileStatus(FileKind.Directory, 0, Nanoseconds(info), Nanoseconds(info))
            : File.Exists(info.FullName) ? new FileStatus(FileKind.File, new FileInfo(info.FullName).Length, Nanoseconds(info), Nanoseconds(info))
            : null;
    }

    /// <summary>.NET does not tell the time of the inode's change; the content's has to do for both.</summary>
    private static long Nanoseconds(FileSystemInfo info) => (info.LastWriteTimeUtc - DateTime.UnixEpoch).Ticks * 100;

    private static T Try<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FileAccessException(Problem.Missing, $"There is no '{path}'.", e);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or (IOException and not FileAccessException))
        {
            throw new FileAccessException(Problem.Unreadable, $"'{path}' cannot be used: {e.Message}", e);
        }
    }

    private string Absolute(string path) => Path.Combine(root, Encoding.UTF8.GetString(RelativePath.Encode(path)));
}
