using Ingest.Indexer.Search;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Ingest.Indexer.Facets;

/// <summary>
/// Of each document of a segment, the numbers of its values; four bytes a document and field. Kept in memory because unpacking them from
/// the files takes several times as long as counting.
/// </summary>
internal sealed class FacetColumns
{
    /// <summary>Position of the days among <see cref="Fields"/>.</summary>
    public const int Days = 5;

    private readonly int[]?[] _columns = new int[Fields.Count][];

    private FacetColumns()
    {
    }

    /// <summary>What is counted: the facets in the order of answers, and days as written in the article.</summary>
    public static IReadOnlyList<string> Fields { get; } =
        [IndexFields.SourceFacet, IndexFields.LanguageFacet, IndexFields.AuthorFacet, IndexFields.AgencyFacet, IndexFields.SectionFacet, IndexFields.DayFacet];

    /// <summary>The numbers by document; null where the segment has no value at all.</summary>
    public int[]? this[int field] => _columns[field];

    public static FacetColumns Read(AtomicReader reader, FacetVocabulary vocabulary)
    {
        var columns = new FacetColumns();
        for (var field = 0; field < Fields.Count; field++)
        {
            if (reader.GetSortedDocValues(Fields[field]) is { ValueCount: > 0 } values)
            {
                columns._columns[field] = Read(values, reader.MaxDoc, field, vocabulary);
            }
        }

        return columns;
    }

    private static int[] Read(SortedDocValues values, int documents, int field, FacetVocabulary vocabulary)
    {
        var numbers = new int[values.ValueCount];
        var text = new BytesRef();
        for (var ordinal = 0; ordinal < numbers.Length; ordinal++)
        {
            values.LookupOrd(ordinal, text);
            numbers[ordinal] = vocabulary.NumberOf(field, text.Utf8ToString());
        }

        var column = new int[documents];
        for (var document = 0; document < documents; document++)
        {
            var ordinal = values.GetOrd(document);
            column[document] = ordinal < 0 ? 0 : numbers[ordinal];
        }

        return column;
    }
}
