using Ingest.Parser.Containers.Streams;

namespace Ingest.Parser.Containers.Compressed;

/// <summary>A stream that takes back what was looked at, and counts its own position.</summary>
internal sealed class PushedBack(Stream rest) : ForwardStream
{
    private byte[] _first = [];
    private int _given;
    private long _position;

    public override long Position { get => _position; set => throw new NotSupportedException(); }

    /// <summary>Looks at bytes from here on.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        var seen = new byte[count];
        var had = _first.AsSpan(_given);
        had.CopyTo(seen);
        var length = had.Length + rest.ReadAtLeast(seen.AsSpan(had.Length), count - had.Length, throwOnEndOfStream: false);
        (_first, _given) = (seen[..length], 0);
        return _first;
    }

    /// <summary>Takes bytes back; what follows begins with them at position 0.</summary>
    public void BeginWith(ReadOnlySpan<byte> bytes)
    {
        _first = [.. bytes, .. _first.AsSpan(_given)];
        (_given, _position) = (0, 0);
    }

    public override int Read(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _first.Length - _given);
        if (count > 0)
        {
            _first.AsSpan(_given, count).CopyTo(buffer);
            _given += count;
        }
        else
        {
            count = rest.Read(buffer);
        }

        _position += count;
        return count;
    }
}
