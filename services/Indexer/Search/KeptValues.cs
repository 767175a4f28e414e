using System.Text;
using Ingest.Indexer.Text;
using Lucene.Net.Util;

namespace Ingest.Indexer.Search;

/// <summary>A value such as a source's name, in the forms that the index has of it.</summary>
/// <param name="Keyword">Folded, for filters; UTF-8.</param>
/// <param name="Line">On one line, for counting; empty when it is too long for that.</param>
internal sealed record KeptValue(byte[] Keyword, string Line)
{
    /// <summary><see cref="Line"/> as Lucene keeps it.</summary>
    public BytesRef Facet { get; } = new(Line);
}

/// <summary>The forms of values, remembered: an archive has few sources, sections and languages, and each author writes again.</summary>
/// <param name="kind">What they are, see <see cref="IndexTerms"/>.</param>
internal sealed class KeptValues(string kind)
{
    private const int MostRemembered = 50_000;

    /// <summary>Absurdly long ones are left out: Lucene would refuse the article.</summary>
    private const int LongestFacet = 200;

    private readonly string _beginning = IndexTerms.Beginning(kind);
    private readonly Dictionary<string, KeptValue> _known = new(StringComparer.Ordinal);

    /// <summary>The forms of a value.</summary>
    public KeptValue Of(string value)
    {
        if (_known.TryGetValue(value, out var kept))
        {
            return kept;
        }

        if (_known.Count >= MostRemembered)
        {
            _known.Clear();
        }

        var line = string.Join(' ', WordScanner.Prepare(value).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return _known[value] = new KeptValue(Encoding.UTF8.GetBytes(_beginning + Folding.Keyword(value)), line.Length <= LongestFacet ? line : "");
    }
}
