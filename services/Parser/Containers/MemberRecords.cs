using Ingest.Parser.Containers.Streams;
using Ingest.Parser.Tables.Splitting;

namespace Ingest.Parser.Containers;

/// <summary>A member that is a long file of records, piece by piece.</summary>
internal sealed class MemberRecords : IDisposable
{
    private readonly Piece _template;
    private readonly Stream _content;
    private readonly CutShortStream _upToDamage;
    private readonly IEnumerator<(ReadOnlyMemory<byte> Bytes, ReadOnlyMemory<byte> Opening)> _pieces;
    private int _part;
    private bool _ended;

    /// <param name="template">The member without its content.</param>
    /// <param name="records">What it is.</param>
    /// <param name="content">Its content, to be closed with this.</param>
    /// <param name="whole">The same from its beginning.</param>
    /// <param name="limits">The file's limits.</param>
    public MemberRecords(Piece template, LongRecords records, Stream content, Stream whole, WalkLimits limits)
    {
        (_template, _content) = (template, content);
        _upToDamage = new CutShortStream(whole, limits);
        _pieces = records.Pieces(_upToDamage).GetEnumerator();
    }

    /// <summary>Whether what ended it ends the whole walk.</summary>
    public bool EndsAll => _upToDamage.EndsAll;

    /// <summary>The next piece; null at the end. Damage is a last piece of its own.</summary>
    public Piece? Next()
    {
        if (_ended)
        {
            return null;
        }

        _part++;
        if (_pieces.MoveNext())
        {
            return Part(_pieces.Current.Bytes) with { Opening = _pieces.Current.Opening };
        }

        _ended = true;
        return _upToDamage.Problem is { } problem ? Part(default) with { Problem = problem } : null;
    }

    public void Dispose()
    {
        _pieces.Dispose();
        try
        {
            _content.Dispose();
        }
        catch (Exception fault) when (Damage.Is(fault))
        {
            // Some readers verify what is left when they are closed; what they gave stays given.
        }
    }

    private Piece Part(ReadOnlyMemory<byte> bytes) => _template with { Bytes = bytes, Part = _part };
}
