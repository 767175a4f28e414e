using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using Ingest.Parser.Containers.Streams;

namespace Ingest.Parser.Containers.Compressed;

/// <summary>
/// Gzip members that follow each other (RFC 1952), each with its checksum verified. Own framing, as the runtime's takes a
/// content that is cut off for whole, and cannot go on behind a damaged member, which a web archive of thousands may have.
/// </summary>
internal sealed class GzipStream : ForwardStream, IResumable
{
    private const int TrailerLength = 8;
    private readonly GzipInput _input;
    private DeflateStream? _inflater;
    private Crc32 _crc = new();
    private uint _length;
    private bool _ended;
    private InvalidDataException? _fault;

    public GzipStream(Stream packed)
    {
        _input = new GzipInput(packed);
        Name = Begin();
    }

    /// <summary>The name of the file that was compressed, where it is kept.</summary>
    public string? Name { get; }

    public override int Read(Span<byte> buffer)
    {
        if (_fault is not null)
        {
            throw _fault;
        }

        try
        {
            return ReadMembers(buffer);
        }
        catch (InvalidDataException fault)
        {
            _fault = fault;
            throw;
        }
    }

    public bool Resume()
    {
        _inflater?.Dispose();
        (_inflater, _fault) = (null, null);
        _ended = !_input.FindMember();
        return !_ended;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inflater?.Dispose();
        }

        base.Dispose(disposing);
    }

    private int ReadMembers(Span<byte> buffer)
    {
        while (!_ended && !buffer.IsEmpty)
        {
            if (_inflater is null)
            {
                if (_input.RestIsPadding())
                {
                    _ended = true;
                    return 0;
                }

                Begin();
            }

            if (Inflate(buffer) is var read and > 0)
            {
                _crc.Append(buffer[..read]);
                _length += (uint)read;
                return read;
            }

            Finish();
        }

        return 0;
    }

    private int Inflate(Span<byte> buffer)
    {
        try
        {
            return _inflater!.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw new InvalidDataException("Its gzip content is broken. Fetch it again whole.");
        }
    }

    /// <summary>Reads a header; gives the name in it.</summary>
    private string? Begin()
    {
        _input.BeginMember();
        Span<byte> header = stackalloc byte[10];
        for (var i = 0; i < header.Length; i++)
        {
            header[i] = _input.Next();
            if (i < 2 && header[i] != (i == 0 ? 0x1F : 0x8B))
            {
                throw SomethingElse();
            }
        }

        if (header is not [_, _, 8, var flags and < 0x20, ..])
        {
            throw SomethingElse();
        }

        for (var extra = (flags & 4) != 0 ? _input.Next() | (_input.Next() << 8) : 0; extra > 0; extra--)
        {
            _input.Next();
        }

        var name = (flags & 8) != 0 ? Text() : null;
        _ = (flags & 16) != 0 ? Text() : null;
        if ((flags & 2) != 0)
        {
            _ = _input.Next() + _input.Next();
        }

        _inflater = new DeflateStream(_input.Content, CompressionMode.Decompress, leaveOpen: true);
        (_crc, _length) = (new Crc32(), 0);
        return name;
    }

    private static InvalidDataException SomethingElse() => new("Behind its gzip content stands something else. Fetch it again whole.");

    private void Finish()
    {
        _inflater!.Dispose();
        _inflater = null;
        Span<byte> trailer = stackalloc byte[TrailerLength];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, _crc.GetCurrentHashAsUInt32());
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], _length);
        if (!_input.PassTrailer(trailer))
        {
            throw new InvalidDataException(_input.Holds(trailer[4..])
                ? "Its gzip content has a wrong checksum, so some of it is wrong. Fetch it again whole."
                : "Its gzip content is cut off. Fetch it again whole.");
        }
    }

    private string Text()
    {
        // The standard says Latin-1; what is written there today is UTF-8.
        var text = new List<byte>();
        for (byte next; (next = _input.Next()) != 0;)
        {
            text.Add(next);
        }

        return Encoding.UTF8.GetString([.. text]);
    }
}
