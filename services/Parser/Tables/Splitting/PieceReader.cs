namespace Ingest.Parser.Tables.Splitting;

/// <summary>Reads a stream into a buffer and hands out runs of whole records; what finds their ends is the format's.</summary>
/// <param name="stream">The file.</param>
/// <param name="longestArticle">The limit of an article, in bytes.</param>
internal sealed class PieceReader(Stream stream, int longestArticle)
{
    /// <summary>Bytes in a piece; it may be longer by its last record.</summary>
    public const int PieceBytes = 1 << 20;

    private readonly int _cut = CutBytes(longestArticle);

    /// <summary>
    /// The length of the whole records a buffer begins with, as few as reach the wanted length; 0 when the first is not whole.
    /// </summary>
    /// <param name="bytes">The buffer.</param>
    /// <param name="wanted">Where a record may be the last.</param>
    /// <param name="final">Whether the file ends with the buffer.</param>
    public delegate int RecordsIn(ReadOnlySpan<byte> bytes, int wanted, bool final);

    /// <summary>How much of a record that is too long is to be skipped; negative when its end is not in the buffer.</summary>
    public delegate int EndOfRecord(ReadOnlySpan<byte> bytes);

    private byte[] _buffer = new byte[PieceBytes * 2];
    private int _start, _length;
    private bool _final;

    /// <summary>The bytes at the beginning that are repeated in front of each piece: a byte order mark, a header.</summary>
    public ReadOnlyMemory<byte> Lead { get; private set; }

    /// <summary>
    /// Bytes from which a piece is a record that was cut off. A record may take twice the bytes of its article, for escapes and
    /// for what is no part of it.
    /// </summary>
    public static int CutBytes(int longestArticle) => (longestArticle * 2) + (PieceBytes * 2);

    /// <summary>The file's first bytes.</summary>
    public ReadOnlySpan<byte> Head(int most)
    {
        Fill(most);
        return _buffer.AsSpan(_start, Math.Min(_length, most));
    }

    /// <summary>Takes the first bytes as what stands in front of each piece.</summary>
    public void TakeLead(int length)
    {
        Lead = _buffer.AsSpan(_start, length).ToArray();
        Advance(length);
    }

    /// <summary>The pieces up to the end of the file.</summary>
    /// <param name="records">Finds whole records.</param>
    /// <param name="end">Finds the end of one that is too long.</param>
    public IEnumerable<ReadOnlyMemory<byte>> Pieces(RecordsIn records, EndOfRecord end)
    {
        while (Next(records, end) is { IsEmpty: false } piece)
        {
            yield return piece;
        }
    }

    /// <summary>The next piece; empty at the end of the file.</summary>
    private ReadOnlyMemory<byte> Next(RecordsIn records, EndOfRecord end)
    {
        for (var wanted = PieceBytes; ;)
        {
            Fill(wanted);
            if (_length == 0)
            {
                return default;
            }

            var whole = records(_buffer.AsSpan(_start, _length), Math.Min(PieceBytes, _length), _final);
            if (whole > 0)
            {
                return Take(whole, whole);
            }

            if (_final)
            {
                return Take(_length, _length);
            }

            if (_length >= _cut)
            {
                return TooLong(end);
            }

            wanted = Math.Min(Math.Max(_length, PieceBytes) * 2, _cut);
        }
    }

    /// <summary>The beginning of a record that is too long; the rest of it is read over.</summary>
    private ReadOnlyMemory<byte> TooLong(EndOfRecord end)
    {
        var piece = Take(_cut, _cut).ToArray();
        for (; ; )
        {
            Fill(PieceBytes);
            if (_length == 0)
            {
                return piece;
            }

            var length = end(_buffer.AsSpan(_start, _length));
            // What ends a record may be cut in two by the end of the buffer.
            Advance(length >= 0 ? length : _final ? _length : Math.Max(1, _length - 16));
            if (length >= 0 || _final)
            {
                return piece;
            }
        }
    }

    private ReadOnlyMemory<byte> Take(int length, int advance)
    {
        ReadOnlyMemory<byte> piece;
        if (Lead.IsEmpty)
        {
            piece = _buffer.AsMemory(_start, length);
        }
        else
        {
            var joined = new byte[Lead.Length + length];
            Lead.CopyTo(joined);
            _buffer.AsSpan(_start, length).CopyTo(joined.AsSpan(Lead.Length));
            piece = joined;
        }

        Advance(advance);
        return piece;
    }

    private void Advance(int length)
    {
        _start += length;
        _length -= length;
    }

    private void Fill(int wanted)
    {
        if (_length >= wanted || _final)
        {
            return;
        }

        if (_start + wanted > _buffer.Length)
        {
            var buffer = _buffer.Length < wanted ? new byte[Math.Max(wanted, PieceBytes * 2)] : _buffer;
            _buffer.AsSpan(_start, _length).CopyTo(buffer);
            (_buffer, _start) = (buffer, 0);
        }

        while (_length < wanted)
        {
            var read = stream.Read(_buffer.AsSpan(_start + _length));
            if (read == 0)
            {
                _final = true;
                return;
            }

            _length += read;
        }
    }
}
