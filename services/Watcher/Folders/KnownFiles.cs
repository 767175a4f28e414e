using System.IO.Hashing;
using System.Runtime.InteropServices;
using Ingest.Watcher.Ledger;

namespace Ingest.Watcher.Folders;

/// <summary>
/// What the ledger knows of a folder, for the length of one scan: 24 bytes a file and not its path, so that a million files take
/// 24 to 48 MB. Two paths with the same 64-bit hash would have to meet to miss a change; among a million files that is one chance in
/// 30 million, and a change of the file itself mends it.
/// </summary>
internal sealed class KnownFiles
{
    private readonly Dictionary<ulong, (ulong Stamp, int Row)> _files = [];
    private readonly HashSet<int> _seen = [];

    public int Count => _files.Count;

    public static async Task<KnownFiles> LoadAsync(ILedgerIntake ledger, string watch, string? below, CancellationToken cancellationToken)
    {
        var known = new KnownFiles();
        await foreach (var file in ledger.PresentAsync(watch, below, cancellationToken))
        {
            known._files[Hash(file.Path)] = (Hash(file.Stamp), checked((int)file.Row));
        }

        return known;
    }

    /// <summary>Marks a path as seen; true when the ledger has it with this very stamp.</summary>
    public bool IsUnchanged(string path, FileStamp stamp)
    {
        if (!_files.TryGetValue(Hash(path), out var known))
        {
            return false;
        }

        _seen.Add(known.Row);
        return known.Stamp == Hash(stamp);
    }

    /// <summary>Whether a file of the ledger was not met on the way.</summary>
    public bool IsMissing(KnownFile file) => _files.ContainsKey(Hash(file.Path)) && !_seen.Contains((int)file.Row);

    /// <summary>Whether anything at all was not met.</summary>
    public bool AnyMissing => _seen.Count < _files.Count;

    private static ulong Hash(string path) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(path.AsSpan()));

    private static ulong Hash(FileStamp stamp) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes<long>([stamp.Size, stamp.ModifiedNs, stamp.ChangedNs]));
}
