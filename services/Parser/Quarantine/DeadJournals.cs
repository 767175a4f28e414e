using Ingest.Parser.Store;
using Ingest.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ingest.Parser.Quarantine;

/// <summary>Finds the journals of processes that died and counts the deaths of the files they were parsing.</summary>
internal sealed class DeadJournals(ParserStore store, IOptions<StoreOptions> stores, TimeProvider time, ILogger<DeadJournals> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly string _folder = JournalFile.Folder(stores.Value.Data);
    private long _checkedAt;

    /// <summary>Like <see cref="CountAsync"/>, at most once a second: after a restart every message is a repeat.</summary>
    public Task CountIfDueAsync(CancellationToken cancellationToken)
    {
        var last = Interlocked.Read(ref _checkedAt);
        return last != 0 && time.GetElapsedTime(last) < Pause ? Task.CompletedTask : CountAsync(cancellationToken);
    }

    /// <summary>Counts each dead journal once and deletes it; those of living processes stay.</summary>
    public async Task CountAsync(CancellationToken cancellationToken)
    {
        Interlocked.Exchange(ref _checkedAt, time.GetTimestamp());
        if (!Directory.Exists(_folder))
        {
            return;
        }

        foreach (var path in Directory.EnumerateFiles(_folder, "*" + JournalFile.Extension))
        {
            var lockPath = Path.ChangeExtension(path, JournalFile.LockExtension);
            using var taken = InterprocessLock.TryAcquire(lockPath);
            if (taken is not null && File.Exists(path))
            {
                await CountEntriesAsync(path, cancellationToken);
                File.Delete(path);
                File.Delete(lockPath);
            }
        }
    }

    private async Task CountEntriesAsync(string path, CancellationToken cancellationToken)
    {
        foreach (var (fileId, revision) in JournalFile.Read(path))
        {
            Log.DiedWhileParsing(log, fileId, revision);
            await store.CountDeathAsync(fileId, revision, Path.GetFileNameWithoutExtension(path), cancellationToken);
        }
    }
}
