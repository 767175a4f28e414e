using System.Runtime.CompilerServices;
using Ingest.Indexer.Text;
using Lucene.Net.Index;

namespace Ingest.Indexer.Facets;

/// <summary>
/// The values of the counted fields, numbered across the segments of an index, so that counting is an increment a hit. Numbers are given
/// once: a segment that comes is mapped by its own few values, and the others stay as they are.
/// </summary>
/// <remarks>
/// Rejected: Lucene's OrdinalMap, which is made anew over all segments at each refresh, several times a second while an import runs; and
/// fields with several values a document (SortedSetDocValues), which need a second loop. A list of authors is one value here, taken apart
/// after counting.
/// </remarks>
internal sealed class FacetVocabulary
{
    private readonly System.Threading.Lock _adding = new();
    private readonly ConditionalWeakTable<object, FacetColumns> _columns = [];
    private readonly FieldValues[] _fields = [.. FacetColumns.Fields.Select(_ => new FieldValues())];

    /// <summary>The columns of a segment; read from its files the first time.</summary>
    public FacetColumns ColumnsOf(AtomicReader reader)
    {
        if (_columns.TryGetValue(reader.CoreCacheKey, out var columns))
        {
            return columns;
        }

        lock (_adding)
        {
            return _columns.GetValue(reader.CoreCacheKey, _ => FacetColumns.Read(reader, this));
        }
    }

    /// <summary>The number of a document's value; only while columns are read.</summary>
    public int NumberOf(int field, string lists) => _fields[field].NumberOf(lists);

    /// <summary>How many numbers a field has, the 0 of documents without a value included.</summary>
    public int CountOf(int field)
    {
        lock (_adding)
        {
            return _fields[field].Count;
        }
    }

    /// <summary>Articles by value, of articles by number. Spellings that differ in case and accents only are one value.</summary>
    public IReadOnlyList<(string Value, long Count)> Sum(int field, int[] counts)
    {
        lock (_adding)
        {
            return _fields[field].Sum(counts);
        }
    }

    private sealed class FieldValues
    {
        private readonly Dictionary<string, int> _numbers = [];
        private readonly List<int[]> _values = [[]];
        private readonly Dictionary<string, int> _folded = [];
        private readonly List<string> _spellings = [];

        public int Count => _values.Count;

        public int NumberOf(string list)
        {
            if (!_numbers.TryGetValue(list, out var number))
            {
                _numbers[list] = number = _values.Count;
                _values.Add([.. list.Split('\n').Select(ValueOf).Distinct()]);
            }

            return number;
        }

        public List<(string Value, long Count)> Sum(int[] counts)
        {
            var sums = new long[_spellings.Count];
            for (var number = 1; number < Math.Min(counts.Length, _values.Count); number++)
            {
                if (counts[number] > 0)
                {
                    foreach (var value in _values[number])
                    {
                        sums[value] += counts[number];
                    }
                }
            }

            var found = new List<(string, long)>();
            for (var value = 0; value < sums.Length; value++)
            {
                if (sums[value] > 0)
                {
                    found.Add((_spellings[value], sums[value]));
                }
            }

            return found;
        }

        private int ValueOf(string spelling)
        {
            var folded = Folding.Keyword(spelling);
            if (!_folded.TryGetValue(folded, out var value))
            {
                _folded[folded] = value = _spellings.Count;
                _spellings.Add(spelling);
            }
            else if (IsBetter(spelling, _spellings[value]))
            {
                _spellings[value] = spelling;
            }

            return value;
        }

        /// <summary>Mixed case before capitals throughout; then any fixed order, so that equal archives show equal names.</summary>
        private static bool IsBetter(string one, string other)
        {
            var (mixed, otherMixed) = (IsMixed(one), IsMixed(other));
            return mixed == otherMixed ? string.CompareOrdinal(one, other) < 0 : mixed;
        }

        private static bool IsMixed(string text) => text.Any(char.IsUpper) && text.Any(char.IsLower);
    }
}
