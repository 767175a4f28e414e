using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Ingest.Watcher.Ledger;

namespace Ingest.Watcher.Folders.Scanning;

/// <summary>
/// What the ledger knows of a folder, for the length of a scan, in about 40 bytes a file whatever its path's length: a hash of the
/// path (64 bits of SHA-256), a hash of the stamp, and the row. Whatever the scan does not find in the folder is left over.
/// </summary>
/// <remarks>
/// Rejected: asking the ledger for every 256 paths (a hundred thousand of them took longer than the whole scan takes now), and
/// merging two sorted listings (needs each directory in memory, and an order that database and program agree on).
/// </remarks>
internal sealed class StampTable
{
    private Slot[] _slots = new Slot[64];

    /// <summary>Files known.</summary>
    public int Count { get; private set; }

    /// <summary>Of them, found so far.</summary>
    public int Found { get; private set; }

    /// <summary>Fills a table from the ledger.</summary>
    public static async Task<StampTable> LoadAsync(IAsyncEnumerable<KnownFile> files, CancellationToken cancellationToken)
    {
        var table = new StampTable();
        await foreach (var file in files.WithCancellation(cancellationToken))
        {
            table.Add(file);
        }

        return table;
    }

    /// <summary>Adds a file that the ledger knows.</summary>
    public void Add(KnownFile file)
    {
        if (Count >= _slots.Length / 4 * 3)
        {
            var old = _slots;
            _slots = new Slot[old.Length * 2];
            foreach (var slot in old)
            {
                if (slot.Mark != 0)
                {
                    Place(slot.Path) = slot;
                }
            }
        }

        ref var place = ref Place(HashOf(file.Path));
        if (place.Mark == 0)
        {
            Count++;
        }

        place = new Slot(HashOf(file.Path), HashOf(file.Stamp), file.Row + 1);
    }

    /// <summary>A file stands in the folder. <paramref name="stamp"/> null: it cannot be told how it is.</summary>
    public Knowledge Find(string path, FileStamp? stamp)
    {
        ref var place = ref Place(HashOf(path));
        if (place.Mark == 0)
        {
            return Knowledge.Unknown;
        }

        if (place.Mark > 0)
        {
            Found++;
            place = place with { Mark = -place.Mark };
        }

        return stamp is { } some && HashOf(some) != place.Stamp ? Knowledge.Changed : Knowledge.Same;
    }

    /// <summary>The rows of the files that were not found.</summary>
    public IEnumerable<long> Missing()
    {
        foreach (var slot in _slots)
        {
            if (slot.Mark > 0)
            {
                yield return slot.Mark - 1;
            }
        }
    }

    private ref Slot Place(ulong path)
    {
        var mask = _slots.Length - 1;
        var at = (int)path & mask;
        while (_slots[at].Mark != 0 && _slots[at].Path != path)
        {
            at = (at + 1) & mask;
        }

        return ref _slots[at];
    }

    private static ulong HashOf(string path)
    {
        Span<byte> bytes = stackalloc byte[512];
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.TryGetBytes(path, bytes, out var length) ? bytes[..length] : Encoding.UTF8.GetBytes(path), digest);
        return BinaryPrimitives.ReadUInt64LittleEndian(digest);
    }

    /// <summary>The finisher of splitmix64, so that a change of any bit of size or times changes about half of the result's.</summary>
    private static ulong HashOf(FileStamp stamp)
    {
        var hash = Mix((ulong)stamp.Size + 0x9e3779b97f4a7c15);
        hash = Mix(hash ^ (ulong)stamp.ModifiedNs);
        return Mix(BitOperations.RotateLeft(hash, 17) ^ (ulong)stamp.ChangedNs);
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
        value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
        return value ^ (value >> 31);
    }

    /// <param name="Path">Hash of the path.</param>
    /// <param name="Stamp">Hash of the stamp.</param>
    /// <param name="Mark">0: empty; row + 1: not found yet; negative: found.</param>
    private readonly record struct Slot(ulong Path, ulong Stamp, long Mark);
}

/// <summary>What the ledger knows of a file.</summary>
internal enum Knowledge
{
    Unknown,
    Same,
    Changed,
}
