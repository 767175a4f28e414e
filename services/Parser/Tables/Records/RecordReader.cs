using Ingest.Parser.Articles;
using Ingest.Parser.Tables.Columns;
using Ingest.Parser.Tables.Mapping;

namespace Ingest.Parser.Tables.Records;

/// <summary>Makes an article of each record of a table.</summary>
internal sealed class RecordReader(ArticleList articles, ColumnMap map, RecordMapping? mapping, string format)
{
    /// <summary>Adds a record; false when it has neither title nor text by these columns, and was not added.</summary>
    public bool Add(IRecord record, bool evenEmpty = true)
    {
        var (fields, key) = RecordFields.Of(record, map, mapping);
        var empty = (fields.Get("title") is null && fields.Get("body") is null) || IsWithdrawn(fields);
        if (!empty || evenEmpty)
        {
            articles.Add(empty ? new ArticleFields() : fields, key, format);
        }

        return !empty;
    }

    /// <summary>What a news service puts in the place of a story that was taken back.</summary>
    private static bool IsWithdrawn(ArticleFields fields) => fields.Get("title") == "[Removed]" && fields.Get("body") is null or "[Removed]";
}
