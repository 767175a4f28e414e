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
    private const int MostWords = 4;
    private const int ShortestWord = 4;
    private const int OneEditIsWorth = 20;
    private const int MoreFrequent = 20;

    [ThreadStatic]
    private static Stemmers? _stemmers;

    /// <param name="query">What was looked for.</param>
    /// <param name="found">How much it found: with few, words that are rare are doubted too.</param>
    public IReadOnlyList<Correction> Correct(QueryNode? query, long found)
    {
        var rare = found < LooseWords.Enough ? Math.Max(1, searcher.IndexReader.NumDocs / 20_000) : 0;
        var corrections = new List<Correction>();
        foreach (var word in WordsOf(query).Take(MostWords * 4))
        {
            if (corrections.Count < MostWords && WordList.Of(word.Text) is [{ Length: >= ShortestWord } text] && text.All(char.IsLetter)
                && !WordCharacters.IsUnspaced(text[0]) && Frequency(text) is var own && own <= rare && Nearest(text, own) is { } better)
            {
                corrections.Add(new Correction(word.At, word.Text, better));
            }
        }

        return corrections;
    }

    private static IEnumerable<QueryNode.Word> WordsOf(QueryNode? node) => node switch
    {
        QueryNode.Word { IsPrefix: false, At: >= 0, Field: null or QueryFields.Title or QueryFields.Body } word => [word],
        QueryNode.Words words => words.Parts.SelectMany(WordsOf),
        QueryNode.All all => all.Parts.SelectMany(WordsOf),
        QueryNode.Any any => any.Parts.SelectMany(WordsOf),
        QueryNode.Near near => near.Parts.SelectMany(WordsOf),
        _ => [],
    };

    private int Frequency(string word) =>
        (_stemmers ??= new Stemmers()).StemsOf(word, searcher.Languages)
            .Max(stem => searcher.IndexReader.DocFreq(new Term(IndexFields.BodyStems, stem)) + searcher.IndexReader.DocFreq(new Term(IndexFields.TitleStems, stem)));

    private string? Nearest(string word, int own)
    {
        if (MultiFields.GetTerms(searcher.IndexReader, IndexFields.Body) is not { } vocabulary)
        {
            return null;
        }

        var edits = word.Length < 6 ? 1 : 2;
        var attributes = new AttributeSource();
        var similarity = attributes.AddAttribute<IBoostAttribute>();
        var terms = new FuzzyTermsEnum(vocabulary, attributes, new Term(IndexFields.Body, word), edits, prefixLength: 1, transpositions: true);
        var (best, most) = ((string?)null, 0L);
        while (terms.MoveNext())
        {
            var candidate = terms.Term.Utf8ToString();
            var distance = (int)Math.Round((1 - similarity.Boost) * Math.Min(candidate.Length, word.Length));
            var worth = (long)terms.DocFreq * (distance <= 1 ? OneEditIsWorth : 1);
            if (candidate != word && terms.DocFreq > own * MoreFrequent && worth > most && candidate.All(char.IsLetter))
            {
                (best, most) = (candidate, worth);
            }
        }

        return best;
    }
}
