using System.Text;
using Ingest.Indexer.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Ingest.Indexer.Search;

/// <summary>What an index knows of the inflected words of its languages.</summary>
internal sealed class Inflections
{
    private readonly Terms[] _segments;

    public Inflections(IndexReader reader) =>
        _segments = [.. reader.Leaves.Select(leaf => leaf.AtomicReader.GetTerms(IndexFields.Inflections)).OfType<Terms>()];

    /// <summary>Whether the index has a term of <see cref="Inflection"/>.</summary>
    public bool Contains(byte[] term) => Array.Exists(_segments, segment => segment.GetEnumerator().SeekExact(new BytesRef(term)));

    /// <summary>The words of a language that have a stem and are not that stem.</summary>
    public HashSet<string> WordsOf(string language, string stem)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var beginning = new BytesRef(Inflection.Beginning(language, stem));
        foreach (var segment in _segments)
        {
            var terms = segment.GetEnumerator();
            for (var more = terms.SeekCeil(beginning) != TermsEnum.SeekStatus.END; more && StringHelper.StartsWith(terms.Term, beginning); more = terms.MoveNext())
            {
                words.Add(Encoding.UTF8.GetString(terms.Term.Bytes, terms.Term.Offset + beginning.Length, terms.Term.Length - beginning.Length));
            }
        }

        return words;
    }
}
