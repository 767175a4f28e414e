using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Ingest.Indexer.Text;

/// <summary>Encoded terms as Lucene reads them, each a position behind the one before. Filled anew for each document.</summary>
internal sealed class TermStream : TokenStream
{
    private readonly EncodedTerm _term = new();
    private readonly IPositionIncrementAttribute _step;
    private byte[][] _terms = new byte[64][];
    private int _next;

    public TermStream()
    {
        AddAttributeImpl(_term);
        _step = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <summary>How many terms there are.</summary>
    public int Count { get; private set; }

    /// <summary>Begins with the next document.</summary>
    public void Empty() => Count = 0;

    /// <summary>Adds a term.</summary>
    public void Add(byte[] term)
    {
        if (Count == _terms.Length)
        {
            Array.Resize(ref _terms, _terms.Length * 2);
        }

        _terms[Count++] = term;
    }

    public override void Reset()
    {
        base.Reset();
        _next = 0;
        // Lucene sets it to 0 at the end of every text.
        _step.PositionIncrement = 1;
    }

    public override bool IncrementToken()
    {
        if (_next >= Count)
        {
            return false;
        }

        // No ClearAttributes, which costs more than the rest: the term is replaced, and the step stays the same.
        _term.Set(_terms[_next++]);
        return true;
    }
}
