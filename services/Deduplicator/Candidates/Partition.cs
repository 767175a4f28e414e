namespace Ingest.Deduplicator.Candidates;

/// <summary>The index of one week: what came lately in memory, what was written out before in a file.</summary>
internal sealed class Partition(int limit) : IDisposable
{
    private RunFile? _run;

    /// <summary>What is in memory.</summary>
    public BucketIndex Fresh { get; private set; } = new(limit);

    /// <summary>The generation that the store names for its file; 0 for none.</summary>
    public long Generation { get; set; }

    /// <summary>When it was last asked or changed; grows with every use.</summary>
    public long LastUse { get; set; }

    /// <summary>Takes on a file, in addition to what is in memory.</summary>
    public void Attach(RunFile run, long generation) => (_run, Generation) = (run, generation);

    /// <summary>The texts that have a key, as many as there is room for; returns how many that are.</summary>
    public int Find(uint key, Span<int> texts)
    {
        var count = _run?.Find(key, texts) ?? 0;
        return count + Fresh.Find(key, texts[count..]);
    }

    /// <summary>See <see cref="BucketIndex.Warm"/>.</summary>
    public ulong Warm(ReadOnlySpan<uint> keys) => Fresh.Warm(keys) | (_run?.Warm(keys) ?? 0);

    /// <summary>Takes a text out that has these keys. Where it is in the file, all of the file comes into memory: files are never changed.</summary>
    public void Delete(int text, ReadOnlySpan<uint> keys)
    {
        if (!Fresh.Contains(text))
        {
            Thaw();
        }

        Fresh.Delete(text, keys);
    }

    /// <summary>All entries in order, those of the file and those in memory.</summary>
    public ulong[] Entries()
    {
        var fresh = Fresh.Entries();
        return _run?.MergedWith(fresh) ?? fresh;
    }

    /// <summary>What was in memory is in this file now, which also has all of the former one.</summary>
    public void Replace(RunFile run, long generation)
    {
        _run?.Dispose();
        Attach(run, generation);
        Fresh = new BucketIndex(limit);
    }

    /// <inheritdoc/>
    public void Dispose() => _run?.Dispose();

    private void Thaw()
    {
        foreach (var entry in _run?.Entries() ?? [])
        {
            Fresh.Insert((uint)(entry >> 32), (int)(uint)entry);
        }

        _run?.Dispose();
        _run = null;
    }
}
