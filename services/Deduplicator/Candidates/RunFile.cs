using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace Ingest.Deduplicator.Candidates;

/// <summary>
/// The keys of a week's texts in a file, sorted, looked up in place: the operating system keeps in memory what is used. Derived from the
/// store; one that is missing or damaged is made again from it.
/// </summary>
/// <remarks>
/// Keys are evenly spread hashes, so the place of one is guessed within a few entries (interpolation search). A table of bands in the
/// database was rejected: it took .4 ms a text, and slowed down as it grew.
/// </remarks>
internal sealed class RunFile : IDisposable
{
    private const ulong Magic = 0x3130_4E55_5244_4445;
    private const int HeaderSize = 24;
    private const int EntrySize = sizeof(ulong);
    private const int Near = 16;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    // Read where it lies: a text asks thousands of entries, and the accessor counts its users at each.
    private readonly unsafe ulong* _entries;
    private long _count;
    private bool _isDisposed;

    private unsafe RunFile(MemoryMappedFile file, long count)
    {
        (_file, _count) = (file, count);
        _view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        _entries = (ulong*)(start + _view.PointerOffset + HeaderSize);
    }

    /// <summary>Opens a file that was written as this generation; null when it is missing or not whole.</summary>
    public static RunFile? TryOpen(string path, long generation)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Span<ulong> header = stackalloc ulong[HeaderSize / sizeof(ulong)];
            stream.ReadExactly(MemoryMarshal.AsBytes(header));
            return header[0] != Magic || header[1] != (ulong)generation || stream.Length != HeaderSize + ((long)header[2] * EntrySize)
                ? null
                : new RunFile(MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read), (long)header[2]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes a file of entries (<c>key × 2³² + text</c>), durably.</summary>
    /// <param name="path">Where.</param>
    /// <param name="generation">Its number, by which it is recognised.</param>
    /// <param name="entries">Sorted.</param>
    public static RunFile Write(string path, long generation, ulong[] entries)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
        {
            stream.Write(MemoryMarshal.AsBytes<ulong>([Magic, (ulong)generation, (ulong)entries.LongLength]));
            stream.Write(MemoryMarshal.AsBytes<ulong>(entries));
            stream.Flush(flushToDisk: true);
        }

        return TryOpen(path, generation) ?? throw new IOException($"{path} was written and cannot be read; check the disk.");
    }

    /// <summary>The texts that have a key, as many as there is room for; returns how many that are.</summary>
    public int Find(uint key, Span<int> texts)
    {
        var count = 0;
        for (var at = LowerBound((ulong)key << 32); at < _count && count < texts.Length; at++)
        {
            var entry = EntryAt(at);
            if (entry >> 32 != key)
            {
                break;
            }

            texts[count++] = (int)(uint)entry;
        }

        return count;
    }

    /// <summary>Its entries and others, sorted too, in order.</summary>
    public ulong[] MergedWith(ulong[] others)
    {
        var merged = new ulong[_count + others.Length];
        var (own, other) = (0L, 0L);
        for (var at = 0L; at < merged.LongLength; at++)
        {
            merged[at] = other == others.Length || (own < _count && EntryAt(own) <= others[other]) ? EntryAt(own++) : others[other++];
        }

        return merged;
    }

    /// <summary>All entries in order.</summary>
    public IEnumerable<ulong> Entries()
    {
        for (var at = 0L; at < _count; at++)
        {
            yield return EntryAt(at);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        // Nothing is found in it from now on, whoever still holds it.
        (_isDisposed, _count) = (true, 0);
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }

    private unsafe ulong EntryAt(long at) => _entries[at];

    /// <summary>Where the first entry is that is not below a value.</summary>
    private long LowerBound(ulong value)
    {
        var (low, high) = (0L, _count);
        var (least, most) = (0UL, ulong.MaxValue);
        while (high - low > Near)
        {
            // A guess by value, kept off the ends so that an uneven stretch costs no more than halving does.
            var guess = low + (long)((value - least) / (double)(most - least) * (high - low));
            var middle = Math.Clamp(guess, low + ((high - low) / Near), high - 1 - ((high - low) / Near));
            var entry = EntryAt(middle);
            (low, least, high, most) = entry < value ? (middle + 1, entry, high, most) : (low, least, middle, entry);
        }

        while (low < high && EntryAt(low) < value)
        {
            low++;
        }

        return low;
    }
}
