using Ingest.Contracts;
using Ingest.Parser.Containers.Streams;

namespace Ingest.Parser.Containers.Tar;

/// <summary>Goes through a TAR archive from front to back; holds nothing but the present header.</summary>
internal sealed class TarReader(PeekStream archive) : IMemberReader
{
    /// <summary>Names and attributes in extra members; more is a way to take memory.</summary>
    private const int LargestExtra = 1 << 20;

    private readonly byte[] _block = new byte[TarHeader.Block];
    private TarMemberStream? _present;
    private string? _longName;
    private long? _longSize;
    private bool _any;

    public bool HasPaths => true;

    public bool Next(out Member? member)
    {
        member = null;
        _present?.Pass();
        _present = null;
        if (!ReadBlock() || IsZero())
        {
            return false;
        }

        _any = true;
        var header = TarHeader.Read(_block);
        switch (header.Kind)
        {
            case 'L':
                _longName = TarHeader.Text(Extra(header.Size));
                return true;
            case 'x':
                var attributes = PaxAttributes.Read(Extra(header.Size));
                _longName = attributes.Path ?? _longName;
                _longSize = attributes.Size;
                return true;
            default:
                member = Of(header with { Name = _longName ?? header.Name, Size = _longSize ?? header.Size });
                (_longName, _longSize) = (null, null);
                return true;
        }
    }

    public void Dispose() => archive.Dispose();

    private Member? Of(TarHeader header)
    {
        // Links and devices have no content, whatever size they state.
        _present = new TarMemberStream(archive, header.Kind is >= '1' and <= '6' ? 0 : header.Size);
        return header.Kind switch
        {
            // Before there were kinds, a slash at the end was the mark of a folder.
            '0' or '\0' or '7' when !header.Name.EndsWith('/') => new Member(header.Name) { Open = () => _present! },
            'S' => new Member(header.Name)
            {
                Problem = new ParseOutcome.Rejected(RejectionReasons.UnsupportedFormat, "It is a file with holes (sparse), which this version does not read. Pack it again without --sparse."),
            },
            _ => null,
        };
    }

    private byte[] Extra(long size)
    {
        if (size > LargestExtra)
        {
            throw new InvalidDataException("The TAR archive is broken: a name is longer than 1 MiB.");
        }

        var extra = new byte[size];
        _present = new TarMemberStream(archive, size);
        _present.ReadExactly(extra);
        return extra;
    }

    private bool ReadBlock()
    {
        var read = archive.ReadAtLeast(_block, _block.Length, throwOnEndOfStream: false);
        return read == _block.Length || (read == 0 && _any)
            ? read > 0
            : throw new InvalidDataException("The TAR archive breaks off in the middle of a block. Fetch it again whole.");
    }

    /// <summary>Two blocks of zeros end an archive; one is enough, as there is no member without a name.</summary>
    private bool IsZero() => !_block.AsSpan().ContainsAnyExcept((byte)0);
}
