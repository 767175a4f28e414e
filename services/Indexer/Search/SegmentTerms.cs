using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Ingest.Indexer.Search;

/// <summary>
/// Where terms stand in one segment, remembered as long as the segment is there. A query asks for each form of each of its words in each segment,
/// several times over, and the next query after a refresh asks the same segments again.
/// </summary>
internal sealed class SegmentTerms
{
    private const int MostRemembered = 5_000;

    private static readonly ConditionalWeakTable<object, SegmentTerms> Known = [];

    private readonly Remembered<Term, TermState?> _states = new(MostRemembered);

    /// <summary>The terms of a segment, whatever documents were deleted in it since.</summary>
    public static SegmentTerms Of(AtomicReader reader) => Known.GetValue(reader.CoreCacheKey, static _ => new SegmentTerms());

    /// <summary>The term's postings; null where the segment does not have it.</summary>
    public TermsEnum? Find(AtomicReader reader, Term term)
    {
        if (_states.TryGet(term, out var state))
        {
            return state is null ? null : At(reader, term, state);
        }

        var terms = reader.GetTerms(term.Field)?.GetEnumerator();
        var found = terms is not null && terms.SeekExact(term.Bytes) ? terms : null;
        _states.Add(new Term(term.Field, BytesRef.DeepCopyOf(term.Bytes)), found?.GetTermState());
        return found;
    }

    private static TermsEnum At(AtomicReader reader, Term term, TermState state)
    {
        var terms = reader.GetTerms(term.Field).GetEnumerator();
        terms.SeekExact(term.Bytes, state);
        return terms;
    }
}
