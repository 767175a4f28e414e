using Ingest.Indexer.QueryLanguage;
using Ingest.Indexer.Text;
using Ingest.Queries;

namespace Ingest.Indexer.Snippets;

/// <summary>
/// Cuts the passage out of a body that shows best why it was found: the one with the most different words of the query, then the
/// earliest. Reads the body anew, so nothing of it needs to be in the index.
/// </summary>
internal sealed class SnippetMaker
{
    /// <summary>About how many characters a passage has.</summary>
    public const int Length = 200;

    private readonly WordMatcher _body;
    private readonly WordMatcher _title;

    /// <param name="query">What was searched; null for the beginning of a body.</param>
    public SnippetMaker(QueryNode? query)
    {
        var stemmers = new Stemmers();
        (_body, _title) = (new WordMatcher(query, QueryFields.Body, stemmers), new WordMatcher(query, QueryFields.Title, stemmers));
    }

    /// <summary>The passage, in one line of plain text, and where the words stand in it.</summary>
    public (string Text, IReadOnlyList<TextSpan> Marks) Of(string body, string? language)
    {
        var text = WordScanner.Prepare(body);
        var passage = Passage.Cut(text, Best(_body.Matches(text, language)), Length);
        return (passage, Marks(_body.Matches(passage, language)));
    }

    /// <summary>Where the words stand in a title.</summary>
    public IReadOnlyList<TextSpan> InTitle(string title, string? language) =>
        // Positions in a text that had to be composed anew would be wrong in the title as it is.
        WordScanner.Prepare(title) == title ? Marks(_title.Matches(title, language)) : [];

    /// <summary>Pairs of characters overlap, and a word that two parts of the query found is marked once.</summary>
    private static List<TextSpan> Marks(List<(int Start, int End, int Word)> matches)
    {
        var marks = new List<TextSpan>(matches.Count);
        foreach (var (start, end, _) in matches)
        {
            if (marks.Count > 0 && marks[^1].Start + marks[^1].Length >= start)
            {
                marks[^1] = marks[^1] with { Length = end - marks[^1].Start };
            }
            else
            {
                marks.Add(new TextSpan(start, end - start));
            }
        }

        return marks;
    }

    /// <summary>Where the passage with the most different words begins; 0 without a match.</summary>
    private static int Best(List<(int Start, int End, int Word)> matches)
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
