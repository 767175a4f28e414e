namespace Ingest.Deduplicator.Candidates;

/// <summary>The index of one week: what came lately in memory, what was written out before in a file, and which texts of the file went since.</summary>
/// <param name="limit">Texts that may have one key before it is hot.</param>
/// <param name="few">Texts that may be gone from the file before it is thought of writing it anew.</param>
internal sealed class Partition(int limit, int few) : IDisposable
{
    /// <summary>Of the texts of a file, one in so many may be gone before it is written anew without them.</summary>
    private const int MostGone = 4;

    private readonly HashSet<int> _gone = [];
    private RunFile? _run;

    /// <summary>What is in memory.</summary>
    public BucketIndex Fresh { get; private set; } = new(limit);

    /// <summary>The generation that the store names for its file; 0 for none.</summary>
    public long Generation { get; set; }

    /// <summary>When it was last asked or changed; grows with every use.</summary>
    public long LastUse { get; set; }

    /// <summary>Whether so much of the file is gone that it should be written anew.</summary>
    public bool IsWorn => _gone.Count > few && _gone.Count * (long)MostGone > _run?.Texts;

    /// <summary>Takes on a file, in addition to what is in memory.</summary>
    public void Attach(RunFile run, long generation) => (_run, Generation) = (run, generation);

    /// <summary>The texts that have a key, as many as there is room for; returns how many that are.</summary>
    public int Find(uint key, Span<int> texts)
    {
        var count = _run?.Find(key, texts, _gone) ?? 0;
        return count + Fresh.Find(key, texts[count..]);
    }

    /// <summary>See <see cref="BucketIndex.Warm"/>.</summary>
    public ulong Warm(ReadOnlySpan<uint> keys) => Fresh.Warm(keys) | (_run?.Warm(keys) ?? 0);

    /// <summary>Adds a text with its distinct keys, if it is not there.</summary>
    public void Insert(int text, ReadOnlySpan<uint> keys)
    {
        if (!_gone.Remove(text) && !Fresh.Contains(text) && !IsInFile(text, keys))
        {
            Fresh.Insert(text, keys);
        }
    }

    /// <summary>Takes a text out that has these keys, if it is there. The file stays as it is.</summary>
    public void Delete(int text, ReadOnlySpan<uint> keys)
    {
        if (Fresh.Contains(text))
        {
            Fresh.Delete(text, keys);
        }
        else if (IsInFile(text, keys))
        {
            _gone.Add(text);
        }
    }

    /// <summary>How many entries there are, or some more: those that are gone are counted.</summary>
    public long MostEntries => (_run?.Count ?? 0) + Fresh.EntryCount;

    /// <summary>All entries in order, those of the file and those in memory.</summary>
    public IEnumerable<ulong> Entries() => _run?.MergedWith(Fresh.Entries(), _gone) ?? Fresh.Entries();

    /// <summary>What was in memory is in this file now, which also has all of the former one that is not gone.</summary>
    public void Replace(RunFile run, long generation)
    {
        _run?.Dispose();
        _gone.Clear();
        Attach(run, generation);
        Fresh = new BucketIndex(limit);
    }

    /// <inheritdoc/>
    public void Dispose() => _run?.Dispose();

    /// <summary>Whether the file has it, gone or not: it has all of its keys then.</summary>
    private bool IsInFile(int text, ReadOnlySpan<uint> keys) => _run?.Contains(keys[0], text) ?? false;
}
