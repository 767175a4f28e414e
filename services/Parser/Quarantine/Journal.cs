using Ingest.Storage;
using Microsoft.Win32.SafeHandles;

namespace Ingest.Parser.Quarantine;

/// <summary>
/// Which files this process is parsing right now, for those who find it dead. Written without fsync: the page cache outlives a
/// killed process, and after a power cut nobody is to blame. A durable write a file would cost more than parsing it.
/// </summary>
internal sealed class Journal : IDisposable
{
    private readonly InterprocessLock _alive;
    private readonly SafeFileHandle _file;
    private readonly string _path;

    /// <param name="data">The data folder.</param>
    /// <param name="slots">Files at the same time.</param>
    public Journal(string data, int slots)
    {
        var name = Path.Combine(JournalFile.Folder(data), Guid.NewGuid().ToString("N"));
        // The lock first: a journal without a holder is a dead one's.
        _alive = InterprocessLock.TryAcquire(name + JournalFile.LockExtension)
            ?? throw new StoreException($"The lock {name}{JournalFile.LockExtension} cannot be taken. Check that the data folder is writable.");
        _path = name + JournalFile.Extension;
        _file = File.OpenHandle(_path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        for (var slot = 0; slot < slots; slot++)
        {
            Leave(slot);
        }
    }

    public void Enter(int slot, string fileId, long revision) => Write(slot, JournalFile.Entry(fileId, revision));

    public void Leave(int slot) => Write(slot, JournalFile.Blank);

    /// <summary>An orderly end leaves nothing behind.</summary>
    public void Dispose()
    {
        _file.Dispose();
        File.Delete(_path);
        File.Delete(Path.ChangeExtension(_path, JournalFile.LockExtension));
        _alive.Dispose();
    }

    private void Write(int slot, byte[] line) => RandomAccess.Write(_file, line, (long)slot * JournalFile.LineLength);
}
