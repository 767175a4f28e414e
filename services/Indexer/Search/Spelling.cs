using Ingest.Indexer.QueryLanguage;
using Ingest.Indexer.Text;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Ingest.Indexer.Search;

/// <summary>
/// Finds words of the archive that were probably meant by words it hardly has: those within one or two changed letters (Damerau and
/// Levenshtein, by Lucene's automata), the most frequent first.
/// </summary>
internal sealed class Spelling(LiveSearcher searcher)
{
    private const int MostWords = 3;
    private const int ShortestWord = 4;
    private const int LongWord = 6;
    private const int MoreFrequent = 20;

    [ThreadStatic]
    private static Stemmers? _stemmers;

    /// <param name="query">What was looked for.</param>
    /// <param name="found">How much it found: with few, words that are rare are doubted too.</param>
    public IReadOnlyList<Correction> Correct(QueryNode? query, long found)
    {
        var rare = found < LooseWords.Enough ? Math.Max(1, searcher.Articles / 20_000) : 0;
        // Each look takes some milliseconds in a large vocabulary, whether it finds anything or not.
        var doubtful = WordsOf(query).Select(word => (Word: word, Text: Spelt(word))).Where(word => word.Text is not null)
            .Select(word => (word.Word, Text: word.Text!, Own: Frequency(word.Text!))).Where(word => word.Own <= rare).Take(MostWords);
        return [.. doubtful.Select(word => (word.Word, Better: Nearest(word.Text, word.Own))).Where(word => word.Better is not null)
            .Select(word => new Correction(word.Word.At, word.Word.Text, word.Better!))];
    }

    /// <summary>The word as the archive would have it; null for what has no spelling to speak of.</summary>
    private static string? Spelt(QueryNode.Word word) =>
        WordList.Of(word.Text) is [{ Length: >= ShortestWord } text] && text.All(char.IsLetter) && !WordCharacters.IsUnspaced(text[0]) ? text : null;

    private static IEnumerable<QueryNode.Word> WordsOf(QueryNode? node) => node switch
    {
        QueryNode.Word { IsPrefix: false, At: >= 0, Field: null or QueryFields.Title or QueryFields.Body } word => [word],
        QueryNode.Words words => words.Parts.SelectMany(WordsOf),
        QueryNode.All all => all.Parts.SelectMany(WordsOf),
        QueryNode.Any any => any.Parts.SelectMany(WordsOf),
        QueryNode.Near near => near.Parts.SelectMany(WordsOf),
        _ => [],
    };

    private long Frequency(string word) =>
        searcher.Frequency(IndexFields.Body, word, _stemmers ??= new Stemmers()) + searcher.Frequency(IndexFields.Title, word, _stemmers);

    /// <summary>One wrong letter is the rule, and quick to look for; two only where the beginning is right.</summary>
    private string? Nearest(string word, long own) =>
        Best(word, own, edits: 1, sure: 1) ?? (word.Length < LongWord ? null : Best(word, own, edits: 2, sure: 3));

    private string? Best(string word, long own, int edits, int sure) =>
        new[] { IndexFields.Body, IndexFields.Title }.SelectMany(field => Near(field, word, own, edits, sure))
            .DefaultIfEmpty().MaxBy(candidate => candidate.Frequency).Candidate;

    /// <summary>Words of a field that are written much like <paramref name="word"/> and are much more frequent.</summary>
    private IEnumerable<(string? Candidate, int Frequency)> Near(string field, string word, long own, int edits, int sure)
    {
        if (MultiFields.GetTerms(searcher.IndexReader, field) is not { } vocabulary)
        {
            yield break;
        }

        // They are the most frequent of all, and hardly ever what was meant.
        var stops = searcher.MainLanguages.ToList();
        var terms = new FuzzyTermsEnum(vocabulary, new AttributeSource(), new Term(field, word), edits, prefixLength: sure, transpositions: true);
        while (terms.MoveNext())
        {
            var candidate = terms.Term.Utf8ToString();
            if (candidate != word && terms.DocFreq > own * MoreFrequent && candidate.All(char.IsLetter) && !StopWords.Contains(candidate, stops))
            {
                yield return (candidate, terms.DocFreq);
            }
        }
    }
}
