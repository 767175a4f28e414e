using Lucene.Net.Analysis;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Analysis.Snowball;
using Lucene.Net.Analysis.Sv;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace Ingest.Indexer.Text;

/// <summary>The stemmers by language (ISO 639-1). For one thread at a time.</summary>
/// <remarks>Light stemmers where Lucene has them: for search in news they err less than the full ones (Savoy, 2006).</remarks>
public sealed class Stemmers
{
    private static readonly Dictionary<string, Func<TokenStream, TokenStream>> Filters = new(StringComparer.OrdinalIgnoreCase)
    {
        ["da"] = words => new SnowballFilter(words, new DanishStemmer()),
        ["de"] = words => new GermanLightStemFilter(words),
        ["en"] = words => new PorterStemFilter(words),
        ["es"] = words => new SpanishLightStemFilter(words),
        ["fi"] = words => new SnowballFilter(words, new FinnishStemmer()),
        ["fr"] = words => new FrenchLightStemFilter(words),
        ["hu"] = words => new SnowballFilter(words, new HungarianStemmer()),
        ["it"] = words => new ItalianLightStemFilter(words),
        ["nl"] = words => new SnowballFilter(words, new DutchStemmer()),
        ["no"] = words => new SnowballFilter(words, new NorwegianStemmer()),
        ["pt"] = words => new PortugueseLightStemFilter(words),
        ["ro"] = words => new SnowballFilter(words, new RomanianStemmer()),
        ["ru"] = words => new RussianLightStemFilter(words),
        ["sv"] = words => new SwedishLightStemFilter(words),
    };

    /// <summary>Portuguese plurals in <c>-ões</c> lost their tilde, by which the filter knows them: <c>manifestações</c> is of <c>manifestação</c>.</summary>
    private static readonly Dictionary<string, Func<string, string>> Before = new(StringComparer.OrdinalIgnoreCase)
    {
        ["pt"] = word => word.EndsWith("oes", StringComparison.Ordinal) ? word[..^3] + "ao" : word,
    };

    private readonly Dictionary<string, Stemmer> _made = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Languages that are stemmed; texts in others are found by whole words.</summary>
    public static IReadOnlyCollection<string> Languages => Filters.Keys;

    /// <summary>Articles whose language could not be told are stemmed as English, the language of most short agency copy.</summary>
    public const string DefaultLanguage = "en";

    /// <summary>The stem of a word in a language; the word itself where the language has no stemmer.</summary>
    public string StemOf(string word, string language) => For(language) is { } stemmer ? stemmer.Remember(word) : word;

    internal Stemmer? For(string? language)
    {
        var code = Code(language);
        if (_made.TryGetValue(code, out var stemmer))
        {
            return stemmer;
        }

        return Filters.TryGetValue(code, out var filter) ? _made[code] = new Stemmer(filter, Before.GetValueOrDefault(code)) : null;
    }

    /// <summary><c>en-GB</c> → <c>en</c>; Norwegian's two written forms share a stemmer.</summary>
    internal static string Code(string? language)
    {
        var code = string.IsNullOrWhiteSpace(language) ? DefaultLanguage : language.Trim();
        code = code.Length > 2 && code[2] is '-' or '_' ? code[..2] : code;
        return code is "nb" or "nn" ? "no" : code;
    }
}
