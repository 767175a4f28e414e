using System.Collections.Concurrent;
using Ingest.Storage;
using Microsoft.Extensions.Options;

namespace Ingest.Parser.Quarantine;

/// <summary>
/// Lets a limited number of files be read and parsed at the same time, which bounds both threads and memory, and keeps the
/// journal of which they are.
/// </summary>
internal sealed class ParseSlots : IDisposable
{
    private readonly SemaphoreSlim _free;
    private readonly ConcurrentStack<int> _slots;
    private readonly Lazy<Journal> _journal;

    public ParseSlots(ParserOptions options, IOptions<StoreOptions> stores)
    {
        var count = options.Parallel > 0 ? options.Parallel : Environment.ProcessorCount;
        _free = new SemaphoreSlim(count);
        _slots = new ConcurrentStack<int>(Enumerable.Range(0, count).Reverse());
        _journal = new Lazy<Journal>(() => new Journal(stores.Value.Data, count));
    }

    /// <summary>Waits for a slot; dispose it to leave.</summary>
    public async ValueTask<Slot> EnterAsync(string fileId, long revision, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        _slots.TryPop(out var number);
        try
        {
            _journal.Value.Enter(number, fileId, revision);
        }
        catch
        {
            Release(number);
            throw;
        }

        return new Slot(this, number);
    }

    public void Dispose()
    {
        if (_journal.IsValueCreated)
        {
            _journal.Value.Dispose();
        }

        _free.Dispose();
    }

    private void Release(int number)
    {
        _slots.Push(number);
        _free.Release();
    }

    /// <summary>A place for one file.</summary>
    public readonly struct Slot(ParseSlots slots, int number) : IDisposable
    {
        public void Dispose()
        {
            try
            {
                slots._journal.Value.Leave(number);
            }
            finally
            {
                slots.Release(number);
            }
        }
    }
}
