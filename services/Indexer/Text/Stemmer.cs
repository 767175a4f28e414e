using System.Diagnostics.CodeAnalysis;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Ingest.Indexer.Text;

/// <summary>Stems words of one language by one of Lucene's filters. For one thread at a time.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The token streams hold nothing but memory.")]
internal sealed class Stemmer
{
    private const int MostRemembered = 100_000;

    private readonly Dictionary<string, string> _known = [];
    private readonly OneWord _input;
    private readonly TokenStream _filter;
    private readonly ICharTermAttribute _output;

    private readonly Func<string, string>? _before;

    /// <param name="filter">Makes the filter that stems.</param>
    /// <param name="before">What is done to a word before, where the filter's rules need an accent that folding has taken.</param>
    public Stemmer(Func<TokenStream, TokenStream> filter, Func<string, string>? before = null)
    {
        _before = before;
        _input = new OneWord();
        _filter = filter(_input);
        _output = _filter.GetAttribute<ICharTermAttribute>();
    }

    /// <summary>The stem of a word that is asked for again and again, as those of queries are: looking it up takes a tenth of the time.</summary>
    public string Remember(ReadOnlySpan<char> word)
    {
        if (_known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var stem))
        {
            return stem;
        }

        var key = word.ToString();

        if (_known.Count >= MostRemembered)
        {
            _known.Clear();
        }

        return _known[key] = Stem(key);
    }

    /// <summary>The stem; the word itself where the filter leaves nothing.</summary>
    public string Stem(string word)
    {
        _input.Word = _before is null ? word : _before(word);
        _filter.Reset();
        var stem = _filter.IncrementToken() ? _output.ToString() : "";
        _filter.End();
        return string.IsNullOrEmpty(stem) ? word : stem;
    }

    private sealed class OneWord : TokenStream
    {
        private readonly ICharTermAttribute _term;
        private bool _given;

        public OneWord() => _term = AddAttribute<ICharTermAttribute>();

        public string Word { get; set; } = "";

        public override void Reset()
        {
            base.Reset();
            _given = false;
        }

        public override bool IncrementToken()
        {
            if (_given)
            {
                return false;
            }

            ClearAttributes();
            _term.SetEmpty().Append(Word);
            return _given = true;
        }
    }
}
