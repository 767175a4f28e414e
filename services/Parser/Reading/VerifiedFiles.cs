using System.Collections.Concurrent;
using System.Security.Cryptography;
using Ingest.Contracts;
using Ingest.Files;

namespace Ingest.Parser.Reading;

/// <summary>
/// Which large files have been read whole and found to be what was announced. A file of many portions is opened many times; its
/// change time, which nobody can set, tells whether it must be read again to know that.
/// </summary>
internal sealed class VerifiedFiles
{
    private const int Most = 1024;

    private readonly ConcurrentDictionary<(string FileId, string Sha256), FileStatus> _verified = new();

    /// <summary>Whether the file has the announced content.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public bool Holds(WatchedRoot root, FileDiscovered file, Stream stream)
    {
        var key = (file.FileId, file.Sha256);
        if (root.Stat(file.Path) is not { } before || before.Size != file.Size)
        {
            return false;
        }

        if (_verified.TryGetValue(key, out var known) && known == before)
        {
            return true;
        }

        var position = stream.Position;
        stream.Position = 0;
        var hash = Convert.ToHexStringLower(SHA256.HashData(stream));
        stream.Position = position;
        if (hash != file.Sha256 || root.Stat(file.Path) != before)
        {
            return false;
        }

        if (_verified.Count >= Most)
        {
            _verified.Clear();
        }

        _verified[key] = before;
        return true;
    }
}
