using Ingest.Storage;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace Ingest.Indexer.Search;

/// <summary>
/// The folder of the search index in the data folder. It is derived: what is wrong with it is mended by deleting it. Whoever holds its
/// lock, a file beside it, may write or delete it; anyone may read.
/// </summary>
/// <remarks>Lucene's own lock lies inside the folder and could not cover its deletion, so it is not used.</remarks>
internal sealed class IndexFolder(string path)
{
    /// <summary>Grows with every change of fields or analysis; an index of another format is built anew.</summary>
    public const int Format = 4;

    /// <summary>Where it is.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    private string LockPath => Path + ".lock";

    /// <summary>The right to write; null when another process, or another part of this one, has it.</summary>
    public InterprocessLock? TryLock()
    {
        try
        {
            return InterprocessLock.TryAcquire(LockPath);
        }
        catch (UnauthorizedAccessException)
        {
            // A data folder that is mounted read-only: this process can only read.
            return null;
        }
    }

    /// <summary>Opens the files; the folder is made when it is missing.</summary>
    public FSDirectory Open() => FSDirectory.Open(new DirectoryInfo(Path), NoLockFactory.GetNoLockFactory());

    /// <summary>What the last commit says; null when there is none that can be read.</summary>
    public IndexPosition? Committed()
    {
        if (!System.IO.Directory.Exists(Path))
        {
            return null;
        }

        try
        {
            using var directory = Open();
            var infos = new SegmentInfos();
            infos.Read(directory);
            return IndexPosition.Read(infos.UserData);
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            return null;
        }
    }

    /// <summary>Deletes the index; only under the lock.</summary>
    public void Delete()
    {
        if (System.IO.Directory.Exists(Path))
        {
            System.IO.Directory.Delete(Path, recursive: true);
        }
    }

    /// <summary>
    /// Whether an error while opening can come from damaged or missing files. Lucene reads bytes as it finds them, so any kind can.
    /// </summary>
    public static bool IsDamage(Exception exception) => exception is not (OperationCanceledException or OutOfMemoryException);

    /// <summary>
    /// Whether an error while searching looks like damaged files. Narrower: no query may make anybody think that the index is broken.
    /// </summary>
    public static bool LooksDamaged(Exception exception) =>
        exception is IOException or IndexOutOfRangeException or ArgumentOutOfRangeException or OverflowException;
}
