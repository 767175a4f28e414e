using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Ingest.Indexer.Text;

/// <summary>A <see cref="WordList"/> as Lucene reads it; with a stemmer, each word as its stem.</summary>
internal sealed class WordStream : TokenStream
{
    private readonly WordList _words;
    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _step;
    private int _next;

    public WordStream(WordList words)
    {
        _words = words;
        _term = AddAttribute<ICharTermAttribute>();
        _step = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <summary>Stems the words; null gives them as they are.</summary>
    public Stemmer? Stemmer { get; set; }

    public override void Reset()
    {
        base.Reset();
        _next = 0;
        // Lucene sets it to 0 at the end of every text.
        _step.PositionIncrement = 1;
    }

    public override bool IncrementToken()
    {
        if (_next >= _words.Count)
        {
            return false;
        }

        // No ClearAttributes, which costs more than the rest: the term is overwritten, and the step stays the same.
        var word = _words[_next++];
        var term = Stemmer is null ? word : Stemmer.Stem(word);
        var buffer = _term.Buffer.Length >= term.Length ? _term.Buffer : _term.ResizeBuffer(term.Length);
        term.CopyTo(buffer);
        _term.Length = term.Length;
        return true;
    }
}
