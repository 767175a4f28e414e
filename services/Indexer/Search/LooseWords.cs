using Ingest.Indexer.QueryLanguage;
using Ingest.Indexer.Text;

namespace Ingest.Indexer.Search;

/// <summary>
/// What to make of words that stand beside each other. A few words are all meant. A sentence or a question hardly ever occurs whole in an
/// article: when too few have all of its words, those with the most telling ones are what was looked for.
/// </summary>
internal static class LooseWords
{
    /// <summary>A query of so many telling words is a sentence, and so is one with stop words; of others, every word is meant.</summary>
    public const int Sentence = 4;

    /// <summary>With so many articles that have all words, a sentence needs no others.</summary>
    public const int Enough = 10;

    private const int FewestCommon = 2000;
    private const double CommonShare = 0.03;

    /// <summary>Whether the query has words of which some could be enough, and how many articles with all of them make that needless.</summary>
    public static bool CanRelax(QueryNode? query, LiveSearcher searcher, out int enough)
    {
        var words = query as QueryNode.Words ?? (query as QueryNode.All)?.Parts.OfType<QueryNode.Words>().FirstOrDefault();
        var count = words is null ? 0 : Some(words, searcher).Count;
        enough = count < 2 ? 0 : count >= Sentence || words!.Parts.Count > Required(words, searcher).Count ? Enough : 1;
        return count > 1;
    }

    /// <summary>Those that all must occur: stop words need not, as long as there are others.</summary>
    public static IReadOnlyList<QueryNode.Word> Required(QueryNode.Words words, LiveSearcher searcher)
    {
        var stops = searcher.MainLanguages.ToList();
        var telling = words.Parts.Where(word => !WordList.Of(word.Text).All(part => StopWords.Contains(part, stops))).ToList();
        return telling.Count > 0 ? telling : words.Parts;
    }

    /// <summary>Those of which some must occur, each once; what a hyphen joins counts by itself.</summary>
    public static IReadOnlyList<string> Some(QueryNode.Words words, LiveSearcher searcher)
    {
        var stops = searcher.MainLanguages.ToList();
        var all = words.Parts.SelectMany(word => WordList.Of(word.Text)).Distinct().ToList();
        var telling = all.Where(word => !StopWords.Contains(word, stops)).ToList();
        return telling.Count > 0 ? telling : all;
    }

    /// <summary>Whether so many articles have the word that it finds nothing by itself: 3 %, and 2,000 at the least.</summary>
    public static bool IsCommon(string word, Stemmers stemmers, LiveSearcher searcher) =>
        searcher.Frequency(IndexFields.Body, word, stemmers) > Math.Max(FewestCommon, searcher.Articles * CommonShare);
}
