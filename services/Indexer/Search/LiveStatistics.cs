using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Ingest.Indexer.Search;

/// <summary>
/// What BM25 needs to know of one segment, deleted documents not counted. Lives as long as the segment's reader, so each number
/// is found once; a segment without deletions answers without looking at a document.
/// </summary>
internal sealed class LiveStatistics
{
    private static readonly ConditionalWeakTable<AtomicReader, LiveStatistics> Known = [];
    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<string, long>> WholeLengths = [];
    private static readonly long[] LengthOfNorm = [.. Enumerable.Range(0, 256).Select(Decode)];

    private const int MostRemembered = 20_000;

    private readonly AtomicReader _reader;
    private readonly Remembered<Term, long> _documents = new(MostRemembered);
    private readonly Remembered<string, long> _families = new(MostRemembered);
    private readonly ConcurrentDictionary<string, long> _lengths = new();

    private LiveStatistics(AtomicReader reader) => _reader = reader;

    public static LiveStatistics Of(AtomicReader reader) => Known.GetValue(reader, static reader => new LiveStatistics(reader));

    /// <summary>How many documents have the term.</summary>
    public long Documents(Term term, TermState? state) => state is null ? 0 : _documents.TryGet(term, out var known) ? known : _documents.Add(term, CountDocuments(term, state));

    /// <summary>How many documents have any of the terms.</summary>
    /// <param name="family">The terms as one text, by which the number is remembered.</param>
    /// <param name="terms">Terms of one field.</param>
    public long Documents(string family, IReadOnlyList<Term> terms) => _families.TryGet(family, out var known) ? known : _families.Add(family, CountDocuments(terms));

    /// <summary>Sum of the field's lengths in words, as far as the index remembers lengths (one byte a document).</summary>
    /// <remarks>
    /// Not the exact sum that Lucene keeps: that cannot be told without the deleted documents. Each document is weighed by the same
    /// coarse length, so the two fit.
    /// </remarks>
    public long Length(string field) => _lengths.GetOrAdd(field, SumLengths);

    private long CountDocuments(Term term, TermState state)
    {
        var terms = _reader.GetTerms(term.Field).GetEnumerator();
        terms.SeekExact(term.Bytes, state);
        return Count(terms);
    }

    private long CountDocuments(IReadOnlyList<Term> terms)
    {
        var found = terms.Select(term => SegmentTerms.Of(_reader).Find(_reader, term)).OfType<TermsEnum>().ToList();
        if (found.Count < 2)
        {
            return found.Count == 0 ? 0 : Count(found[0]);
        }

        var any = new FixedBitSet(_reader.MaxDoc);
        found.ForEach(one => any.Or(one.Docs(_reader.LiveDocs, null, DocsFlags.NONE)));
        return any.Cardinality;
    }

    private long Count(TermsEnum term)
    {
        if (_reader.LiveDocs is not { } live)
        {
            return term.DocFreq;
        }

        var count = 0L;
        var documents = term.Docs(live, null, DocsFlags.NONE);
        while (documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
        {
            count++;
        }

        return count;
    }

    private long SumLengths(string field)
    {
        if (_reader.GetNormValues(field) is not { } norms)
        {
            return 0;
        }

        var sum = WholeLengths.GetOrCreateValue(_reader.CoreCacheKey).GetOrAdd(field, _ => Sum(norms, _reader.MaxDoc, null));
        return _reader.LiveDocs is { } live ? sum - Sum(norms, _reader.MaxDoc, live) : sum;
    }

    /// <summary>Of all documents, or of those that <paramref name="live"/> says are deleted.</summary>
    private static long Sum(NumericDocValues norms, int documents, IBits? live)
    {
        var sum = 0L;
        for (var document = 0; document < documents; document++)
        {
            if (live?.Get(document) != true)
            {
                sum += LengthOfNorm[(byte)norms.Get(document)];
            }
        }

        return sum;
    }

    private static long Decode(int norm)
    {
        var root = SmallSingle.Byte315ToSingle((byte)norm);
        return root == 0 ? 0 : (long)Math.Round(1 / ((double)root * root));
    }
}
