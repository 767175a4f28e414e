using System.Text;
using Lucene.Net.Analysis.Da;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fi;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Hu;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.Nl;
using Lucene.Net.Analysis.No;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Ro;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Analysis.Snowball;
using Lucene.Net.Analysis.Sv;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace Ingest.Indexer.Text;

/// <summary>
/// Words that say nothing of their own, by language: Lucene's lists (Snowball's), folded as words are. They are indexed as written, for phrases
/// need them, but have no stems (they were half of all stems), and are left out of queries that have other words.
/// </summary>
internal static class StopWords
{
    private static readonly Dictionary<string, Lazy<HashSet<string>>> Lists = new(StringComparer.OrdinalIgnoreCase)
    {
        ["da"] = new(() => Folded(DanishAnalyzer.DefaultStopSet)),
        ["de"] = new(() => Folded(GermanAnalyzer.DefaultStopSet)),
        ["en"] = new(() => Folded(English())),
        ["es"] = new(() => Folded(SpanishAnalyzer.DefaultStopSet)),
        ["fi"] = new(() => Folded(FinnishAnalyzer.DefaultStopSet)),
        ["fr"] = new(() => Folded(FrenchAnalyzer.DefaultStopSet)),
        ["hu"] = new(() => Folded(HungarianAnalyzer.DefaultStopSet)),
        ["it"] = new(() => Folded(ItalianAnalyzer.DefaultStopSet)),
        ["nl"] = new(() => Folded(DutchAnalyzer.DefaultStopSet)),
        ["no"] = new(() => Folded(NorwegianAnalyzer.DefaultStopSet)),
        ["pt"] = new(() => Folded(PortugueseAnalyzer.DefaultStopSet)),
        ["ro"] = new(() => Folded(RomanianAnalyzer.DefaultStopSet)),
        ["ru"] = new(() => Folded(RussianAnalyzer.DefaultStopSet)),
        ["sv"] = new(() => Folded(SwedishAnalyzer.DefaultStopSet)),
    };

    /// <summary>Whether a folded word is one of them in any of the languages.</summary>
    public static bool Contains(string word, IEnumerable<string> languages) =>
        languages.Any(language => Lists.TryGetValue(language, out var list) && list.Value.Contains(word));

    /// <summary>Snowball's list; Lucene's own for English has 33 words only, and not those with which questions begin.</summary>
    private static CharArraySet English()
    {
        using var reader = IOUtils.GetDecodingReader(typeof(SnowballFilter), "english_stop.txt", Encoding.UTF8);
        return WordlistLoader.GetSnowballWordSet(reader, LuceneVersion.LUCENE_48);
    }

    private static HashSet<string> Folded(IEnumerable<string> words) => [.. words.Select(Folding.Keyword)];
}
