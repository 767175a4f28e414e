namespace Ingest.Parser.Containers.Streams;

/// <summary>A part of a seekable stream, itself seekable. Several may read one stream in turns; it is not theirs to close.</summary>
internal sealed class SubStream(Stream whole, long start, long length) : ForwardStream
{
    private long _position;

    public override bool CanSeek => true;

    public override long Length => length;

    public override long Position { get => _position; set => Seek(value, SeekOrigin.Begin); }

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, length - _position);
        if (count <= 0)
        {
            return 0;
        }

        try
        {
            // Only where another reader moved it: a file stream forgets its buffer when it is told a position.
            if (whole.Position != start + _position)
            {
                whole.Position = start + _position;
            }

            var read = whole.Read(buffer[..count]);
            _position += read;
            return read;
        }
        catch (IOException fault)
        {
            throw new UnreadableException(fault);
        }
    }

    public override long Seek(long offset, SeekOrigin origin)
    {
        var target = offset + origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => _position, _ => length };
        return target < 0 ? throw new InvalidDataException("It points in front of its beginning.") : _position = target;
    }
}
