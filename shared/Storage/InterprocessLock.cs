using System.Diagnostics;

namespace Ingest.Storage;

/// <summary>
/// A file that one process at a time holds open exclusively. The operating system lets go of it when the process dies, however
/// it dies, so there is nothing stale to clean up.
/// </summary>
public sealed class InterprocessLock : IDisposable
{
    private readonly FileStream _file;

    private InterprocessLock(FileStream file) => _file = file;

    /// <summary>The lock, or null when another process (or another part of this one) has it.</summary>
    public static InterprocessLock? TryAcquire(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        try
        {
            return new InterprocessLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
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
