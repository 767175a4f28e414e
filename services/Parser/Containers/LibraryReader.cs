using Ingest.Contracts;
using SharpCompress.Archives.SevenZip;
using SharpCompress.Common;
using SharpCompress.Readers;

namespace Ingest.Parser.Containers;

/// <summary>Goes through a 7z or RAR archive by SharpCompress, from front to back, so that solid ones are unpacked once.</summary>
internal sealed class LibraryReader(IDisposable archive, IReader reader, long length, WalkLimits limits) : IMemberReader
{
    private static readonly ReaderOptions Options = new() { LeaveStreamOpen = true };

    private long _announced;

    public bool HasPaths => true;

    public static LibraryReader Open(ContainerKind kind, Stream file, WalkLimits limits)
    {
        if (kind == ContainerKind.SevenZip)
        {
            var sevenZip = SevenZipArchive.OpenArchive(file, Options);
            try
            {
                return new LibraryReader(sevenZip, sevenZip.ExtractAllEntries(), file.Length, limits);
            }
            catch
            {
                sevenZip.Dispose();
                throw;
            }
        }

        var rar = SharpCompress.Readers.Rar.RarReader.OpenReader(file, Options);
        return new LibraryReader(rar, rar, file.Length, limits);
    }

    public bool Next(out Member? member)
    {
        member = null;
        if (!reader.MoveToNextEntry())
        {
            return false;
        }

        // Whoever leaves a member makes the library unpack the rest of it; these sizes are those it goes by.
        var entry = reader.Entry;
        _announced += Math.Max(0, entry.Size);
        limits.Expansion.Announce(_announced, length);
        member = entry.IsDirectory || entry.LinkTarget is { Length: > 0 } ? null
            : entry.IsEncrypted ? new Member(entry.Key ?? "") { Problem = Damage.Encrypted }
            : entry.IsSplitAfter ? new Member(entry.Key ?? "") { Problem = new ParseOutcome.Rejected(RejectionReasons.Damaged, "It goes on in the next volume of the archive. Put the volumes together, or unpack them.") }
            : new Member(entry.Key ?? "") { Open = () => new Streams.MeteredStream(reader.OpenEntryStream(), () => Packed(entry), limits) };
        return true;
    }

    public void Dispose()
    {
        (reader as IDisposable)?.Dispose();
        archive.Dispose();
    }

    /// <summary>In solid archives no member has a size of its own.</summary>
    private long Packed(IEntry entry) => entry.CompressedSize > 0 ? Math.Min(entry.CompressedSize, length) : length;
}
