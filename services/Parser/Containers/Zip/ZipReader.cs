using System.Buffers.Binary;
using Ingest.Contracts;

namespace Ingest.Parser.Containers.Zip;

/// <summary>Goes through a ZIP file by its directory.</summary>
internal sealed class ZipReader(Stream file, ZipEnd end, Func<string, bool> isWanted, WalkLimits limits) : IMemberReader
{
    private readonly ZipDirectory _directory = new(file, end);

    private long _packed;

    public bool HasPaths => true;

    public bool Next(out Member? member)
    {
        member = null;
        if (_directory.Next() is not { } entry)
        {
            return false;
        }

        _packed += entry.Packed;
        if (_packed > file.Length)
        {
            throw new ContainerLimitException(
                new ParseOutcome.Rejected(RejectionReasons.ExpansionRatio, "Its members lie over each other, as in a bomb: together they take more room than the file has."), endsAll: true);
        }

        member = !isWanted(entry.Name) ? null
            : ZipContent.Problem(entry) is { } problem ? new Member(entry.Name) { Problem = problem }
            : new Member(entry.Name) { Open = () => ZipContent.Open(file, entry, ContentStart(entry), limits) };
        return true;
    }

    public void Dispose() => _directory.Dispose();

    /// <summary>The header in front of the content has extra fields of its own.</summary>
    private long ContentStart(ZipEntry entry)
    {
        Span<byte> header = stackalloc byte[ZipHeader.LocalLength];
        if (entry.Offset > file.Length - header.Length)
        {
            throw new InvalidDataException("The ZIP file ends before this member. Fetch it again whole.");
        }

        file.Position = entry.Offset;
        file.ReadExactly(header);
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != ZipHeader.LocalSignature)
        {
            throw new InvalidDataException("The ZIP file's directory names a place where this member is not. Fetch it again whole.");
        }

        var (name, extra) = ZipHeader.LocalTail(header);
        return entry.Offset + ZipHeader.LocalLength + name + extra;
    }
}
