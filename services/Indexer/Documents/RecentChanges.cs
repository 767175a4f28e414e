namespace Ingest.Indexer.Documents;

/// <summary>
/// The last changes that this process has made to the store, kept in memory for the tail of the same process: reading an article back that was
/// written a moment ago takes half as long as writing it.
/// </summary>
/// <remarks>Sequence numbers have no gaps. A batch that does not follow the one before tells that another process wrote in between.</remarks>
internal sealed class RecentChanges
{
    private const int MostChanges = 16_384;
    private const long MostCharacters = 32 << 20;

    private readonly Lock _lock = new();
    private readonly Queue<StoredDocument> _changes = [];
    private long _before;
    private long _characters;

    /// <summary>Takes what a commit has made durable.</summary>
    /// <param name="changes">In the order of their sequence numbers. An article that the batch had no reason to read is null.</param>
    public void Add(IReadOnlyList<StoredDocument> changes)
    {
        lock (_lock)
        {
            if (changes[0].Sequence != _before + _changes.Count + 1)
            {
                _changes.Clear();
                (_before, _characters) = (changes[0].Sequence - 1, 0);
            }

            foreach (var change in changes)
            {
                _changes.Enqueue(change);
                _characters += Characters(change);
            }

            while (_changes.Count > MostChanges || _characters > MostCharacters)
            {
                _characters -= Characters(_changes.Dequeue());
                _before++;
            }
        }
    }

    /// <summary>The changes after a sequence number, at most <paramref name="limit"/>; null when not all of them are here. What lies before is forgotten.</summary>
    public IReadOnlyList<StoredDocument>? After(long sequence, int limit)
    {
        lock (_lock)
        {
            if (sequence < _before)
            {
                return null;
            }

            while (_before < sequence && _changes.TryDequeue(out var change))
            {
                _characters -= Characters(change);
                _before++;
            }

            return _before < sequence || _changes.Count == 0 ? null : [.. _changes.Take(limit)];
        }
    }

    private static long Characters(StoredDocument change) => change.Article?.Body.Length ?? 0;
}
