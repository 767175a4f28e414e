using Ingest.Indexer.Text;
using Lucene.Net.Index;

namespace Ingest.Indexer.Search;

/// <summary>
/// The words of an archive that mean what a word of a query means: those with the same stem in one of its languages. Lives as long as a searcher.
/// </summary>
/// <param name="reader">The archive.</param>
/// <param name="languages">Its languages.</param>
internal sealed class WordFamilies(IndexReader reader, Lazy<IReadOnlyDictionary<string, long>> languages)
{
    /// <summary>More words of one stem are misprints, of which the most frequent are taken.</summary>
    private const int Most = 100;

    private const int MostRemembered = 10_000;

    private readonly Remembered<string, IReadOnlyList<string>> _known = new(MostRemembered);
    private readonly Lazy<Inflections> _inflections = new(() => new Inflections(reader));

    /// <summary>The word's family, itself among it or not, in order; never empty.</summary>
    public IReadOnlyList<string> Of(string word, Stemmers stemmers) => _known.TryGet(word, out var known) ? known : _known.Add(word, Find(word, stemmers));

    private List<string> Find(string word, Stemmers stemmers)
    {
        var family = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var code in languages.Value.Keys.Select(Stemmers.Code).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (stemmers.For(code) is null || IsStop(word, code))
            {
                family.Add(word);
                continue;
            }

            var stem = stemmers.StemOf(word, code);
            family.UnionWith(_inflections.Value.WordsOf(code, stem));
            if (!IsStop(stem, code) && stemmers.StemOf(stem, code) == stem)
            {
                family.Add(stem);
            }
        }

        if (family.Count == 0)
        {
            family.Add(word);
        }

        return family.Count <= Most ? [.. family] : [.. family.OrderByDescending(Frequency).ThenBy(one => one, StringComparer.Ordinal).Take(Most).Order(StringComparer.Ordinal)];
    }

    private static bool IsStop(string word, string language) => StopWords.Contains(word, [language]);

    private int Frequency(string word) => reader.DocFreq(new Term(IndexFields.Body, word));
}
