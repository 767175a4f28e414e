using Ingest.Files;

namespace Ingest.Watcher.Folders.Scanning;

/// <summary>
/// Knows whether the watched folder is the one it was: an unmounted share leaves an empty folder behind, and that must not be taken
/// for one from which every file was removed.
/// </summary>
/// <param name="root">The folder.</param>
/// <param name="known">Its identity when it was last scanned, possibly by an earlier process.</param>
internal sealed class RootGuard(WatchedRoot root, string? known)
{
    private volatile string? _known = known;
    private volatile string? _current;

    /// <summary>Whether it was never scanned, or is the folder that was.</summary>
    public bool IsKnown => _known is null || _known == _current;

    /// <summary>Begins to use the folder as it stands now.</summary>
    /// <exception cref="FileAccessException">It is not there, or cannot be read.</exception>
    public void Begin()
    {
        _current = root.Identity();
        using var entries = root.Enumerate("").GetEnumerator();
        _ = entries.MoveNext();
    }

    /// <summary>Makes sure that it is still the folder with which <see cref="Begin"/> began.</summary>
    /// <exception cref="FileAccessException">It is not there, or cannot be read.</exception>
    /// <exception cref="FolderUnavailableException">Another folder stands there.</exception>
    public void Verify()
    {
        if (root.Identity() != _current)
        {
            throw new FolderUnavailableException(
                $"Another folder or file system stands at {root.FullPath} than a moment ago; it is looked at anew. If it is a share, check that it is mounted.");
        }
    }

    /// <summary>From now on this is the folder that is known.</summary>
    /// <returns>Its identity, when that is news.</returns>
    public string? Accept()
    {
        if (_known == _current)
        {
            return null;
        }

        _known = _current;
        return _current;
    }
}
