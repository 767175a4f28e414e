using Ingest.Parser.Containers.Streams;
using SharpCompress.Compressors.Xz;

namespace Ingest.Parser.Containers.Compressed;

/// <summary>XZ streams that follow each other, as parallel compressors and <c>cat</c> make them, with padding between them.</summary>
internal sealed class XzStreams(PeekStream packed) : ForwardStream
{
    private static readonly byte[] Magic = [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0];
    private readonly PushedBack _input = new(packed);
    private XZStream? _present;
    private bool _ended;

    public override int Read(Span<byte> buffer)
    {
        var bytes = new byte[buffer.Length];
        while (!_ended && bytes.Length > 0)
        {
            if (_present is null)
            {
                XzDictionary.Check(_input);
                _present = new XZStream(_input);
            }

            var read = _present.Read(bytes, 0, bytes.Length);
            if (read > 0)
            {
                bytes.AsSpan(0, read).CopyTo(buffer);
                return read;
            }

            _present = null;
            _ended = !FindNext();
        }

        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            packed.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool FindNext()
    {
        var word = new byte[4];
        int read;
        do
        {
            read = _input.ReadAtLeast(word, word.Length, throwOnEndOfStream: false);
        }
        while (read == word.Length && !word.AsSpan().ContainsAnyExcept((byte)0));

        if (read == word.Length && !Magic.AsSpan().StartsWith(word))
        {
            throw new InvalidDataException("Behind its XZ content stands something else. Fetch it again whole.");
        }

        _input.BeginWith(word.AsSpan(0, read));
        return read == word.Length;
    }
}
