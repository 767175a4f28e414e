using Ingest.Parser.Containers.Streams;

namespace Ingest.Parser.Containers.Compressed;

/// <summary>
/// The compressed bytes of a gzip file. The runtime's decompressor does not tell where it stopped; but it takes the input in
/// small chunks, and only when it has used up the last, so a member ends in the last chunk or right behind it, at its trailer.
/// </summary>
internal sealed class GzipInput
{
    private const int Chunk = 4_096;
    private readonly Stream _packed;
    private readonly byte[] _buffer = new byte[1 << 16];

    /// <summary>The buffer holds packed bytes from 0 to <see cref="_end"/>; those before <see cref="_next"/> were given.</summary>
    private int _next;
    private int _end;

    /// <summary>Where the last chunk begins that was given.</summary>
    private int _chunk;

    public GzipInput(Stream packed)
    {
        _packed = packed;
        Content = new Chunks(this);
    }

    /// <summary>What the decompressor reads.</summary>
    public Stream Content { get; }

    /// <summary>The next byte of a header.</summary>
    public byte Next() => Has(1) ? _buffer[_next++] : throw new InvalidDataException("Its gzip content is cut off. Fetch it again whole.");

    /// <summary>A search for another member begins behind this place.</summary>
    public void BeginMember() => _chunk = _next;

    /// <summary>Whether nothing but zeros follows, as on tapes.</summary>
    public bool RestIsPadding()
    {
        while (Has(1))
        {
            if (_buffer[_next] != 0)
            {
                return false;
            }

            _next++;
        }

        return true;
    }

    /// <summary>Goes behind the trailer of the member that ended; false when it is not there.</summary>
    public bool PassTrailer(ReadOnlySpan<byte> trailer)
    {
        Has(trailer.Length + 3);
        var region = _buffer.AsSpan(_chunk, Math.Min(_end, _next + trailer.Length) - _chunk);
        var found = -1;
        for (int from = 0, at; (at = region[from..].IndexOf(trailer)) >= 0; from += at + 1)
        {
            var behind = _chunk + from + at + trailer.Length;
            found = found < 0 ? behind : found;
            // Of an empty member the trailer is eight zeros, and before them may stand another.
            if (behind == _end || _buffer.AsSpan(behind, _end - behind) is [0x1F, 0x8B, ..])
            {
                found = behind;
                break;
            }
        }

        _next = found < 0 ? _next : found;
        return found >= 0;
    }

    /// <summary>Whether the stated length stands where a member ended, so that only its checksum is wrong.</summary>
    public bool Holds(ReadOnlySpan<byte> length) => _buffer.AsSpan(_chunk, Math.Min(_end, _next + 8) - _chunk).IndexOf(length) >= 0;

    /// <summary>Goes to the next place that looks like the beginning of a member; false when there is none.</summary>
    public bool FindMember()
    {
        _next = Math.Min(_chunk + 1, _end);
        while (Has(4))
        {
            var at = _buffer.AsSpan(_next, _end - _next).IndexOf([(byte)0x1F, (byte)0x8B, (byte)8]);
            if (at >= 0 && _next + at + 3 < _end)
            {
                _next += at;
                if (_buffer[_next + 3] < 0x20)
                {
                    _chunk = _next;
                    return true;
                }

                _next++;
                continue;
            }

            _next = _chunk = at >= 0 ? _next + at : _end - 3;
        }

        _next = _chunk = _end;
        return false;
    }

    /// <summary>Whether so many bytes follow; keeps those from the last chunk on.</summary>
    private bool Has(int count)
    {
        while (_end - _next < count)
        {
            if (_end == _buffer.Length || _chunk > _buffer.Length / 2)
            {
                Discard();
            }

            var read = _packed.Read(_buffer, _end, _buffer.Length - _end);
            if (read == 0)
            {
                return false;
            }

            _end += read;
        }

        return true;
    }

    private void Discard()
    {
        // In a header or in padding nothing needs to be kept but what follows.
        var keep = _next - _chunk <= Chunk ? _chunk : _next;
        Buffer.BlockCopy(_buffer, keep, _buffer, 0, _end - keep);
        (_next, _chunk, _end) = (_next - keep, Math.Max(0, _chunk - keep), _end - keep);
    }

    private int Give(Span<byte> target)
    {
        if (!Has(1))
        {
            return 0;
        }

        var count = Math.Min(Math.Min(target.Length, Chunk), _end - _next);
        _buffer.AsSpan(_next, count).CopyTo(target);
        (_chunk, _next) = (_next, _next + count);
        return count;
    }

    private sealed class Chunks(GzipInput input) : ForwardStream
    {
        public override int Read(Span<byte> buffer) => input.Give(buffer);
    }
}
