using Ingest.Indexer.QueryLanguage;
using Ingest.Indexer.Text;

namespace Ingest.Indexer.Snippets;

/// <summary>Finds the words of a query in a text, as the search did: words by their stems, phrases as written, prefixes.</summary>
internal sealed class WordMatcher
{
    private readonly Stemmers _stemmers;
    private readonly WordScanner _scanner = new();
    private readonly Dictionary<string, int> _stemmed = [];
    private readonly Dictionary<string, int> _exact = [];
    private readonly List<(string Beginning, int Number)> _prefixes = [];
    private readonly string _field;
    private int _count;

    /// <param name="query">What was searched.</param>
    /// <param name="field"><see cref="QueryFields.Title"/> or <see cref="QueryFields.Body"/>: words of other fields are no reason to find a text.</param>
    /// <param name="stemmers">Shared with other matchers of the same thread.</param>
    public WordMatcher(QueryNode? query, string field, Stemmers stemmers)
    {
        (_field, _stemmers) = (field, stemmers);
        Collect(query);
    }

    /// <summary>Where words of the query stand, and which ones, numbered.</summary>
    public List<(int Start, int End, int Word)> Matches(string text, string? language)
    {
        var matches = new List<(int, int, int)>();
        if (_count == 0)
        {
            return matches;
        }

        var stemmer = _stemmers.For(language);
        var wanted = new Dictionary<string, int>(_exact);
        var stems = new Dictionary<string, int>();
        foreach (var (word, number) in _stemmed)
        {
            wanted.TryAdd(word, number);
            stems.TryAdd(stemmer is null ? word : stemmer.Remember(word).ToString(), number);
        }

        var (words, byStem) = (wanted.GetAlternateLookup<ReadOnlySpan<char>>(), stems.GetAlternateLookup<ReadOnlySpan<char>>());
        _scanner.Reset(text);
        while (_scanner.Next())
        {
            if (words.TryGetValue(_scanner.Term, out var number)
                || (stemmer is not null && byStem.TryGetValue(stemmer.Remember(_scanner.Term), out number))
                || IsPrefixed(_scanner.Term, out number))
            {
                matches.Add((_scanner.Start, _scanner.End, number));
            }
        }

        return matches;
    }

    private void Collect(QueryNode? node)
    {
        switch (node)
        {
            case QueryNode.Word word when word.Field is null || word.Field == _field:
                var words = WordList.Of(word.Text);
                for (var i = 0; i < words.Count; i++)
                {
                    if (word.IsPrefix && i == words.Count - 1)
                    {
                        _prefixes.Add((words[i], _count++));
                    }
                    else
                    {
                        Add(words.Count == 1 ? _stemmed : _exact, words[i]);
                    }
                }

                break;
            case QueryNode.Phrase phrase when phrase.Field is null || phrase.Field == _field:
                foreach (var part in WordList.Of(phrase.Text))
                {
                    Add(_exact, part);
                }

                break;
            default:
                foreach (var part in Parts(node))
                {
                    Collect(part);
                }

                break;
        }
    }

    private static IEnumerable<QueryNode> Parts(QueryNode? node) => node switch
    {
        QueryNode.Words words => words.Parts,
        QueryNode.Near near => near.Parts,
        QueryNode.All all => all.Parts,
        QueryNode.Any any => any.Parts,
        _ => [],
    };

    private void Add(Dictionary<string, int> words, string word) => _count += words.TryAdd(word, _count) ? 1 : 0;

    private bool IsPrefixed(ReadOnlySpan<char> term, out int number)
    {
        foreach (var (beginning, itsNumber) in _prefixes)
        {
            if (term.StartsWith(beginning, StringComparison.Ordinal))
            {
                number = itsNumber;
                return true;
            }
        }

        number = -1;
        return false;
    }
}
