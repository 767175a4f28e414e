using Ingest.Files;

namespace Ingest.Watcher.Folders.Scanning;

/// <summary>
/// Walks a folder, one directory after the other, and streams what is in it that the name rules take. Memory grows with the number
/// of folders side by side, not with that of files.
/// </summary>
/// <param name="root">The watched folder.</param>
/// <param name="rules">Which names are taken.</param>
/// <param name="entering">Called before a folder is listed; what comes into it from then on may be known by other ways.</param>
internal sealed class FolderWalk(WatchedRoot root, NameRules rules, Action<string>? entering)
{
    /// <summary>Everything below <paramref name="top"/> (empty: the root) but folders.</summary>
    /// <exception cref="FileAccessException">The root itself cannot be read.</exception>
    public IEnumerable<WalkEntry> Files(string top)
    {
        var folders = new Stack<string>();
        if (rules.Enters(top))
        {
            folders.Push(top);
        }

        while (folders.TryPop(out var folder))
        {
            entering?.Invoke(folder);
            using var entries = root.Enumerate(folder).GetEnumerator();
            while (true)
            {
                WalkEntry? failed = null;
                try
                {
                    if (!entries.MoveNext())
                    {
                        break;
                    }
                }
                catch (FileAccessException e) when (folder.Length > 0)
                {
                    if (e.Problem != Problem.Unreadable)
                    {
                        break;
                    }

                    failed = new WalkEntry(folder, null, e.Message);
                }

                if (failed is { } unreadable)
                {
                    yield return unreadable;
                    break;
                }

                var (name, status) = entries.Current;
                var path = RelativePath.Join(folder, name);
                if (status?.Kind == FileKind.Directory)
                {
                    if (rules.EntersNext(path))
                    {
                        folders.Push(path);
                    }
                }
                else if (rules.TakesBelowEntered(path))
                {
                    yield return new WalkEntry(path, status, null);
                }
            }
        }
    }
}

/// <summary>Something that stands in the folder.</summary>
/// <param name="Path">Where.</param>
/// <param name="Status">What it is; null when that cannot be told.</param>
/// <param name="FolderError">Set when it is a folder that could not be listed (to its end), with the reason.</param>
internal readonly record struct WalkEntry(string Path, FileStatus? Status, string? FolderError);
