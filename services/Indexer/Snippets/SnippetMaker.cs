using Ingest.Indexer.QueryLanguage;
using Ingest.Indexer.Text;

namespace Ingest.Indexer.Snippets;

/// <summary>
/// Cuts the passage out of a body that shows best why it was found: the one with the most different words of the query, then the
/// earliest. Reads the body anew, so nothing of it needs to be in the index.
/// </summary>
internal sealed class SnippetMaker
{
    /// <summary>About how many characters a passage has.</summary>
    public const int Length = 200;

    private readonly Stemmers _stemmers = new();
    private readonly WordScanner _scanner = new();
    private readonly Dictionary<string, int> _words = [];
    private readonly List<string> _prefixes = [];

    /// <param name="query">What was searched; null for the beginning of a body.</param>
    public SnippetMaker(QueryNode? query) => Collect(query);

    /// <summary>The passage, in one line of plain text.</summary>
    public string Of(string body, string? language)
    {
        var text = WordScanner.Prepare(body);
        var matches = _words.Count + _prefixes.Count == 0 ? [] : Matches(text, language);
        var start = Best(matches);
        return Passage.Cut(text, start, Length);
    }

    private void Collect(QueryNode? node)
    {
        switch (node)
        {
            case QueryNode.Word { Field: null or QueryFields.Body } word:
                var words = WordList.Of(word.Text);
                for (var i = 0; i < words.Count; i++)
                {
                    if (word.IsPrefix && i == words.Count - 1)
                    {
                        _prefixes.Add(words[i]);
                    }
                    else
                    {
                        _words.TryAdd(words[i], _words.Count);
                    }
                }

                break;
            case QueryNode.Phrase { Field: null or QueryFields.Body } phrase:
                foreach (var part in WordList.Of(phrase.Text))
                {
                    _words.TryAdd(part, _words.Count);
                }

                break;
            case QueryNode.All all:
                Collect(all.Parts);
                break;
            case QueryNode.Any any:
                Collect(any.Parts);
                break;
        }
    }

    private void Collect(IReadOnlyList<QueryNode> parts)
    {
        foreach (var part in parts)
        {
            Collect(part);
        }
    }

    /// <summary>Where words of the query stand, and which ones, numbered.</summary>
    private List<(int Start, int Word)> Matches(string text, string? language)
    {
        var stemmer = _stemmers.For(language);
        var wanted = new Dictionary<string, int>(_words);
        foreach (var (word, number) in _words)
        {
            wanted.TryAdd(stemmer is null ? word : stemmer.Stem(word).ToString(), number);
        }

        var lookup = wanted.GetAlternateLookup<ReadOnlySpan<char>>();
        var matches = new List<(int, int)>();
        _scanner.Reset(text);
        while (_scanner.Next())
        {
            if (lookup.TryGetValue(_scanner.Term, out var number)
                || (stemmer is not null && lookup.TryGetValue(stemmer.Stem(_scanner.Term), out number))
                || IsPrefixed(_scanner.Term, out number))
            {
                matches.Add((_scanner.Start, number));
            }
        }

        return matches;
    }

    private bool IsPrefixed(ReadOnlySpan<char> term, out int number)
    {
        for (var i = 0; i < _prefixes.Count; i++)
        {
            if (term.StartsWith(_prefixes[i], StringComparison.Ordinal))
            {
                number = _words.Count + i;
                return true;
            }
        }

        number = -1;
        return false;
    }

    /// <summary>Where the passage with the most different words begins; 0 without a match.</summary>
    private static int Best(List<(int Start, int Word)> matches)
    {
        var (best, most) = (0, 0);
        var counts = new Dictionary<int, int>();
        for (int first = 0, last = 0; first < matches.Count; first++)
        {
            while (last < matches.Count && matches[last].Start - matches[first].Start < Length - 40)
            {
                var word = matches[last++].Word;
                counts[word] = counts.GetValueOrDefault(word) + 1;
            }

            if (counts.Count > most)
            {
                (best, most) = (matches[first].Start, counts.Count);
            }

            if (--counts[matches[first].Word] == 0)
            {
                counts.Remove(matches[first].Word);
            }
        }

        return best;
    }
}
