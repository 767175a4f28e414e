using System.Collections.Concurrent;
using Ingest.Watcher.Ledger;
using Microsoft.Extensions.Logging;

namespace Ingest.Watcher.Dispatch;

/// <summary>Why nothing is taken or published at the moment, kept in the ledger so that pages and other processes can show it.</summary>
internal sealed class PauseNote(LedgerStore ledger, ILogger<PauseNote> log) : IDisposable
{
    /// <summary>The cause for which the dispatcher stops.</summary>
    public const string Disk = "disk";

    private readonly ConcurrentDictionary<string, string> _complaints = new();
    private readonly SemaphoreSlim _one = new(1);
    private string? _written = "";

    public bool IsSet(string cause) => _complaints.ContainsKey(cause);

    /// <summary>Sets or, with null, lifts one cause.</summary>
    public async Task SetAsync(string cause, string? complaint, CancellationToken cancellationToken)
    {
        if (complaint is null)
        {
            _complaints.TryRemove(cause, out _);
        }
        else
        {
            _complaints[cause] = complaint;
        }

        var sentence = _complaints.IsEmpty ? null : string.Join(' ', _complaints.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value));
        if (sentence == _written)
        {
            return;
        }

        await _one.WaitAsync(cancellationToken);
        try
        {
            await ledger.NoteAsync(LedgerStore.PausedNote, sentence, cancellationToken);
            if (sentence is not null)
            {
                Log.Paused(log, sentence);
            }
            else if (!string.IsNullOrEmpty(_written))
            {
                Log.Resumed(log);
            }

            _written = sentence;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
