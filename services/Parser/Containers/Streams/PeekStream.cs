using System.Runtime.ExceptionServices;

namespace Ingest.Parser.Containers.Streams;

/// <summary>Buffers a stream whose beginning can be looked at before it is read, and counts what was read of it.</summary>
internal sealed class PeekStream(Stream inner) : ForwardStream, IResumable
{
    private readonly byte[] _buffer = new byte[8_192];
    private int _next;
    private int _end;
    private ExceptionDispatchInfo? _fault;

    /// <summary>Bytes that were read from the inner stream.</summary>
    public long Taken { get; private set; }

    /// <summary>The inner stream at its beginning, where it can be moved there; null otherwise.</summary>
    public Stream? Rewound
    {
        get
        {
            if (!inner.CanSeek)
            {
                return null;
            }

            inner.Position = 0;
            return inner;
        }
    }

    public override long Position { get => Taken - _end + _next; set => throw new NotSupportedException(); }

    /// <summary>Up to <paramref name="count"/> first bytes; before anything is read. Damage there is reported when reading comes to it.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        try
        {
            for (int read; _end < count && (read = inner.Read(_buffer.AsSpan(_end))) > 0; _end += read)
            {
                Taken += read;
            }
        }
        catch (Exception fault)
        {
            _fault = ExceptionDispatchInfo.Capture(fault);
        }

        return _buffer.AsSpan(0, Math.Min(count, _end));
    }

    public override int Read(Span<byte> buffer)
    {
        if (_next == _end)
        {
            _fault?.Throw();
            var direct = buffer.Length >= _buffer.Length;
            var read = inner.Read(direct ? buffer : _buffer);
            Taken += read;
            if (direct)
            {
                return read;
            }

            (_next, _end) = (0, read);
        }

        var count = Math.Min(buffer.Length, _end - _next);
        _buffer.AsSpan(_next, count).CopyTo(buffer);
        _next += count;
        return count;
    }

    /// <summary>Passes over bytes, without reading them where the inner stream can be moved; gives how many there were.</summary>
    public long Pass(long count)
    {
        var buffered = (int)Math.Min(count, _end - _next);
        _next += buffered;
        var passed = (long)buffered;
        if (inner.CanSeek && _fault is null)
        {
            var jump = Math.Clamp(inner.Length - inner.Position, 0, count - passed);
            inner.Position += jump;
            Taken += jump;
            return passed + jump;
        }

        Span<byte> waste = stackalloc byte[4_096];
        for (int read; passed < count && (read = Read(waste[..(int)Math.Min(waste.Length, count - passed)])) > 0; passed += read)
        {
        }

        return passed;
    }

    public bool Resume()
    {
        (_next, _end) = (0, 0);
        _fault = null;
        return inner is IResumable resumable && resumable.Resume();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
