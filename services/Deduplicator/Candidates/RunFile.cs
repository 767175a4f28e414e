using System.IO.MemoryMappedFiles;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Ingest.Deduplicator.Candidates;

/// <summary>
/// The keys of a week's texts in a file, sorted, looked up in place: the operating system keeps in memory what is used. Derived from the
/// store; one that is missing or damaged is made again from it.
/// </summary>
/// <remarks>
/// Before the entries stands where those of each stretch of keys begin, a number for about 32 of them; keys are evenly spread hashes, so within a stretch the
/// place is guessed. One that is not there, as most are, costs one line of the file; guesses over the whole file, which stood here before, cost three. A table of bands
/// in the database was rejected: it took .4 ms a text, and slowed down as it grew.
/// </remarks>
internal sealed class RunFile : IDisposable
{
    private const ulong Magic = 0x3430_4E55_5244_4445;
    private const int HeaderSize = 32;
    private const int EntrySize = sizeof(ulong);
    private const int EntriesAStretch = 32;
    private const int KeyBits = 32;
    private const int MostStretchBits = 31;
    private const int EntriesAtOnce = 8192;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    // Read where it lies: a text asks thousands of entries, and the accessor counts its users at each.
    private readonly unsafe ulong* _entries;
    private readonly unsafe uint* _stretches;
    private readonly int _stretchBits;
    private long _count;
    private bool _isDisposed;

    private unsafe RunFile(MemoryMappedFile file, long count, int stretchBits)
    {
        (_file, _count, _stretchBits) = (file, count, stretchBits);
        _view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        _stretches = (uint*)(start + _view.PointerOffset + HeaderSize);
        _entries = (ulong*)((byte*)_stretches + StretchesSize(stretchBits));
    }

    /// <summary>Opens a file that was written as this generation; null when it is missing or not whole.</summary>
    public static RunFile? TryOpen(string path, long generation)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Span<ulong> header = stackalloc ulong[HeaderSize / sizeof(ulong)];
            stream.ReadExactly(MemoryMarshal.AsBytes(header));
            if (header[0] != Magic || header[1] != (ulong)generation || header[2] > (ulong)stream.Length / EntrySize || header[3] is 0 or > MostStretchBits)
            {
                return null;
            }

            var (count, stretchBits) = ((long)header[2], (int)header[3]);
            return stream.Length != HeaderSize + StretchesSize(stretchBits) + (count * EntrySize)
                ? null
                : new RunFile(MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read), count, stretchBits);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes a file of entries (<c>key × 2³² + text</c>), durably.</summary>
    /// <param name="path">Where.</param>
    /// <param name="generation">Its number, by which it is recognised.</param>
    /// <param name="entries">Sorted; gone through once.</param>
    /// <param name="most">How many those are, or some more.</param>
    public static RunFile Write(string path, long generation, IEnumerable<ulong> entries, long most)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
        {
            var bits = StretchBits(most);
            var stretches = new uint[StretchesSize(bits) / sizeof(uint)];
            stream.Position = HeaderSize + StretchesSize(bits);
            var count = WriteEntries(stream, entries, stretches, bits);
            stream.Position = 0;
            stream.Write(MemoryMarshal.AsBytes<ulong>([Magic, (ulong)generation, (ulong)count, (ulong)bits]));
            stream.Write(MemoryMarshal.AsBytes<uint>(stretches));
            stream.Flush(flushToDisk: true);
        }

        return TryOpen(path, generation) ?? throw new IOException($"{path} was written and cannot be read; check the disk.");
    }

    /// <summary>How many entries it has.</summary>
    public long Count => _count;

    /// <summary>How many texts there are, about.</summary>
    public long Texts => _count / Sketching.BandKeys.Most;

    /// <summary>The texts that have a key, as many as there is room for, without some; returns how many that are.</summary>
    public int Find(uint key, Span<int> texts, HashSet<int> without)
    {
        var count = 0;
        for (var at = LowerBound((ulong)key << KeyBits); at < _count && count < texts.Length; at++)
        {
            var entry = EntryAt(at);
            if (entry >> KeyBits != key)
            {
                break;
            }

            texts[count] = (int)(uint)entry;
            count += without.Contains(texts[count]) ? 0 : 1;
        }

        return count;
    }

    /// <summary>Whether a text has a key.</summary>
    public bool Contains(uint key, int text)
    {
        var entry = ((ulong)key << KeyBits) | (uint)text;
        var at = LowerBound(entry);
        return at < _count && EntryAt(at) == entry;
    }

    /// <summary>Its entries without those of some texts, and others, sorted too, in order.</summary>
    public IEnumerable<ulong> MergedWith(IEnumerable<ulong> others, HashSet<int> without)
    {
        using var other = others.GetEnumerator();
        var hasOther = other.MoveNext();
        for (var own = 0L; own < _count; own++)
        {
            var entry = EntryAt(own);
            for (; hasOther && other.Current < entry; hasOther = other.MoveNext())
            {
                yield return other.Current;
            }

            if (without.Count == 0 || !without.Contains((int)(uint)entry))
            {
                yield return entry;
            }
        }

        for (; hasOther; hasOther = other.MoveNext())
        {
            yield return other.Current;
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

    /// <summary>See <see cref="BucketIndex.Warm"/>.</summary>
    public ulong Warm(ReadOnlySpan<uint> keys)
    {
        var seen = 0UL;
        foreach (var key in keys)
        {
            var at = Guess((ulong)key << KeyBits).At;
            seen |= at < _count ? EntryAt(at) : 0;
        }

        return seen;
    }

    /// <summary>Writes the entries and notes where each stretch of keys begins; returns how many they are.</summary>
    private static uint WriteEntries(FileStream stream, IEnumerable<ulong> entries, uint[] stretches, int bits)
    {
        var (shift, next, count) = ((2 * KeyBits) - bits, 0, 0u);
        foreach (var part in entries.Chunk(EntriesAtOnce))
        {
            foreach (var entry in part)
            {
                for (; next <= (int)(entry >> shift); next++)
                {
                    stretches[next] = count;
                }

                count = checked(count + 1);
            }

            stream.Write(MemoryMarshal.AsBytes<ulong>(part));
        }

        stretches.AsSpan(next).Fill(count);
        return count;
    }

    private static int StretchBits(long count) => Math.Clamp(64 - BitOperations.LeadingZeroCount((ulong)(count / EntriesAStretch)), 1, MostStretchBits);

    /// <summary>Bytes of the beginnings: one for each stretch and the end of the last, in whole entries.</summary>
    private static long StretchesSize(int bits) => ((1L << bits) + 2) * sizeof(uint);

    private unsafe ulong EntryAt(long at) => _entries[at];

    /// <summary>Where the first entry is that is not below a value.</summary>
    private long LowerBound(ulong value)
    {
        var (low, at, high) = Guess(value);
        while (at > low && EntryAt(at - 1) >= value)
        {
            at--;
        }

        while (at < high && EntryAt(at) < value)
        {
            at++;
        }

        return at;
    }

    /// <summary>Where a value's stretch begins and ends, and where in it the value may be. Whatever a damaged file says, within the file.</summary>
    private unsafe (long Low, long At, long High) Guess(ulong value)
    {
        if (_count == 0)
        {
            return default;
        }

        var stretch = (int)(value >> ((2 * KeyBits) - _stretchBits));
        var high = Math.Min(_stretches[stretch + 1], _count);
        var low = Math.Min(_stretches[stretch], high);
        var within = (value << _stretchBits) >> KeyBits;
        return (low, low + (long)((within * (ulong)(high - low)) >> KeyBits), high);
    }
}
