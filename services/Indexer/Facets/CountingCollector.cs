using System.Buffers;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Ingest.Indexer.Facets;

/// <summary>
/// Counts the values of every hit on its way to the collector that ranks it. The counts are borrowed: in a large archive they take more than
/// a megabyte, and new ones for each search would make the collector of garbage run for them.
/// </summary>
internal sealed class CountingCollector(ICollector inner, FacetVocabulary vocabulary, IEnumerable<int> fields) : ICollector, IDisposable
{
    private readonly int[] _fields = [.. fields];
    private readonly int[][] _counts = [.. FacetColumns.Fields.Select(_ => Array.Empty<int>())];
    private readonly long[] _without = new long[FacetColumns.Fields.Count];
    private (int[] Column, int[] Counts)[] _present = [];
    private int[] _absent = [];
    private int _inSegment;

    public bool AcceptsDocsOutOfOrder => inner.AcceptsDocsOutOfOrder;

    public void SetScorer(Scorer scorer) => inner.SetScorer(scorer);

    public void SetNextReader(AtomicReaderContext context)
    {
        inner.SetNextReader(context);
        EndSegment();
        var columns = vocabulary.ColumnsOf(context.AtomicReader);
        foreach (var field in _fields)
        {
            var size = vocabulary.CountOf(field);
            if (_counts[field].Length < size)
            {
                var larger = ArrayPool<int>.Shared.Rent(size);
                Array.Clear(larger);
                _counts[field].CopyTo(larger, 0);
                Return(field);
                _counts[field] = larger;
            }
        }

        _present = [.. _fields.Where(field => columns[field] is not null).Select(field => (columns[field]!, _counts[field]))];
        _absent = [.. _fields.Where(field => columns[field] is null)];
    }

    public void Collect(int doc)
    {
        inner.Collect(doc);
        _inSegment++;
        foreach (var (column, counts) in _present)
        {
            counts[column[doc]]++;
        }
    }

    /// <summary>Articles by value of a field.</summary>
    public IReadOnlyList<(string Value, long Count)> Sum(int field) => vocabulary.Sum(field, _counts[field]);

    /// <summary>Articles without a value of a field.</summary>
    public long Without(int field)
    {
        EndSegment();
        return _without[field] + (_counts[field].Length > 0 ? _counts[field][0] : 0);
    }

    /// <summary>Gives the counts back.</summary>
    public void Dispose()
    {
        foreach (var field in _fields)
        {
            Return(field);
            _counts[field] = [];
        }
    }

    private void Return(int field)
    {
        if (_counts[field].Length > 0)
        {
            ArrayPool<int>.Shared.Return(_counts[field]);
        }
    }

    private void EndSegment()
    {
        foreach (var field in _absent)
        {
            _without[field] += _inSegment;
        }

        _inSegment = 0;
    }
}
