using System.Diagnostics;

namespace Ingest.Storage;

/// <summary>
/// A file that one process at a time holds open exclusively. The operating system lets go of it when the process dies, however
/// it dies, so there is nothing stale to clean up.
/// </summary>
public sealed class InterprocessLock : IDisposable
{
    // .NET gives the system's own number when a file is locked: EWOULDBLOCK on Linux and macOS, ERROR_SHARING_VIOLATION on Windows.
    private const int WouldBlock = 11;
    private const int WouldBlockOnMac = 35;
    private const int SharingViolation = unchecked((int)0x80070020);

    private readonly FileStream _file;

    private InterprocessLock(FileStream file) => _file = file;

    /// <summary>The lock, or null when another process (or another part of this one) has it.</summary>
    /// <exception cref="StoreException">The file cannot be made or opened; that it is locked is no such case.</exception>
    public static InterprocessLock? TryAcquire(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            return new InterprocessLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception) when (exception.HResult is WouldBlock or WouldBlockOnMac or SharingViolation)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A full disk or missing rights must not look like another process that holds the lock.
            throw new StoreException(
                $"The lock {path} cannot be taken ({exception.Message}). Check that its folder is writable and has space.", exception);
        }
    }

    /// <summary>Waits for the lock.</summary>
    /// <exception cref="StoreException">It was not free within <paramref name="patience"/>.</exception>
    public static InterprocessLock Acquire(string path, TimeSpan patience)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (TryAcquire(path) is { } held)
            {
                return held;
            }

            if (waited.Elapsed > patience)
            {
                throw new StoreException($"Another process has held {path} for {patience.TotalSeconds:0} s; stop it and start again.");
            }

            // Only at start-up, before there is anything to await in: the migration API is synchronous.
            new ManualResetEventSlim().Wait(TimeSpan.FromMilliseconds(50));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
