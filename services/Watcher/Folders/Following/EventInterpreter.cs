using Ingest.Files;
using Ingest.Watcher.Folders.Inotify;
using Ingest.Watcher.Folders.Looking;

namespace Ingest.Watcher.Folders.Following;

/// <summary>Turns the system's events into paths to look at and folders to scan.</summary>
internal sealed class EventInterpreter(
    string rootPath, WatchedFolders folders, NameRules rules, Unsettled unsettled, ScanQueue scans, FolderOptions options)
{
    private Dictionary<string, Ask> _asks = [];

    /// <summary>Paths that are to be looked at.</summary>
    public int Waiting => _asks.Count;

    /// <summary>Takes one event.</summary>
    /// <exception cref="FolderUnavailableException">The root itself was moved, deleted or unmounted.</exception>
    public void Take(FolderEvent happened)
    {
        if (folders.Find(happened.Watch) is not { } folder)
        {
            return;
        }

        if (happened.Name.Length == 0)
        {
            TakeOwn(happened, folder);
            return;
        }

        var path = RelativePath.Join(folder, happened.Name);
        if (happened.Kind.HasFlag(EventKinds.Folder))
        {
            TakeFolder(happened.Kind, path);
        }
        else if (rules.Takes(path))
        {
            TakeFile(happened.Kind, path);
        }
    }

    /// <summary>Hands over what is to be looked at.</summary>
    public IEnumerable<Ask> Drain()
    {
        var asks = _asks.Values;
        _asks = [];
        return asks;
    }

    private void TakeOwn(FolderEvent happened, string folder)
    {
        if ((happened.Kind & EventKinds.Ignored) != 0)
        {
            folders.Forget(happened.Watch);
        }

        if (folder.Length == 0 && (happened.Kind & (EventKinds.SelfMoved | EventKinds.SelfDeleted | EventKinds.Unmounted | EventKinds.Ignored)) != 0)
        {
            throw new FolderUnavailableException($"{rootPath} was moved, deleted or unmounted; put it back or mount it.");
        }

        if ((happened.Kind & EventKinds.Unmounted) != 0)
        {
            scans.Request(folder);
        }
    }

    private void TakeFolder(EventKinds kind, string path)
    {
        if (!rules.Enters(path))
        {
            return;
        }

        if ((kind & EventKinds.MovedFrom) != 0)
        {
            folders.ForgetBelow(path);
        }

        if ((kind & (EventKinds.Created | EventKinds.MovedTo)) != 0)
        {
            // At once, and not only when its turn to be scanned comes, as files may be on their way into it.
            folders.Add(path);
        }

        // A change of a folder's rights may open or close all that is in it.
        scans.Request(path);
    }

    private void TakeFile(EventKinds kind, string path)
    {
        if ((kind & (EventKinds.ClosedAfterWriting | EventKinds.MovedTo)) != 0)
        {
            _asks[path] = new Ask(path, Closed: true);
        }
        else if ((kind & (EventKinds.Deleted | EventKinds.MovedFrom)) != 0)
        {
            _asks[path] = new Ask(path);
        }
        else if ((kind & EventKinds.Created) != 0)
        {
            // Whoever created a file is about to write it, and its closing will be told. Links and pipes have no such event.
            unsettled.Add(new Ask(path), options.StableAfter);
        }
        else if (!_asks.ContainsKey(path) && !unsettled.Contains(path))
        {
            _asks[path] = new Ask(path);
        }
    }
}
