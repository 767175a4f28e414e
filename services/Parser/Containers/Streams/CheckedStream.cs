using System.IO.Hashing;

namespace Ingest.Parser.Containers.Streams;

/// <summary>Compares a content at its end with the length and checksum that are stated for it.</summary>
internal sealed class CheckedStream(Stream content, long length, uint crc) : ForwardStream
{
    private readonly Crc32 _crc = new();
    private long _read;
    private bool _checked;

    public override int Read(Span<byte> buffer)
    {
        var read = content.Read(buffer);
        _read += read;
        _crc.Append(buffer[..read]);
        if (read == 0 && buffer.Length > 0 && !_checked)
        {
            _checked = true;
            Check();
        }

        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            content.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Check()
    {
        if (_read < length)
        {
            throw new InvalidDataException(FormattableString.Invariant($"It breaks off after {_read:N0} of {length:N0} bytes. Fetch it again whole."));
        }

        if (_crc.GetCurrentHashAsUInt32() != crc)
        {
            throw new InvalidDataException("Its checksum is not that of its content, so some of it is wrong. Fetch it again whole.");
        }
    }
}
