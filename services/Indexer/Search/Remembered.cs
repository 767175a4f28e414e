using System.Collections.Concurrent;

namespace Ingest.Indexer.Search;

/// <summary>Answers that were found once, as many as there is room for; then all are forgotten. For any number of threads.</summary>
/// <param name="most">How many there is room for.</param>
/// <remarks>Asking the platform's dictionary for its count at every turn, which takes all of its locks, was a fifth of a search.</remarks>
internal sealed class Remembered<TKey, TValue>(int most)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TValue> _known = new();
    private int _count;

    /// <summary>The answer, if it is remembered.</summary>
    public bool TryGet(TKey key, out TValue value) => _known.TryGetValue(key, out value!);

    /// <summary>Remembers an answer, and returns it.</summary>
    public TValue Add(TKey key, TValue value)
    {
        if (Interlocked.Increment(ref _count) > most)
        {
            _known.Clear();
            Volatile.Write(ref _count, 1);
        }

        return _known[key] = value;
    }
}
