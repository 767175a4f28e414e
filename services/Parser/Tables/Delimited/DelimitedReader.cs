using System.Buffers;
using System.Text;
using Ingest.Contracts;
using Ingest.Parser.Articles;
using Ingest.Parser.Tables.Columns;
using Ingest.Parser.Tables.Mapping;
using Ingest.Parser.Tables.Records;
using Ingest.Parser.Text;

namespace Ingest.Parser.Tables.Delimited;

/// <summary>Reads tables of text (CSV, TSV and their relatives), a row an article.</summary>
internal sealed class DelimitedReader(ParserOptions options, TimeProvider time)
{
    private const int RowsBetweenChecks = 64;
    private static readonly SearchValues<char> Separators = SearchValues.Create(",;\t|^~:#");

    /// <summary>The outcome; null when the text is no table.</summary>
    public ParseOutcome? Read(FileContent content, DecodedText decoded, Deadline deadline)
    {
        var (own, fault) = MayBeTable(decoded.Text) ? MappingFile.Beside(content, folderWide: false) : (null, null);
        if (fault is not null)
        {
            return fault;
        }

        var (table, mapping) = (Find(content, decoded.Text, own, own is not null), own);
        if (table is not null && own is null)
        {
            // What is said of all tables of the folder is asked only where there is one.
            (mapping, fault) = MappingFile.Beside(content, folderWide: true);
            if (fault is not null)
            {
                return fault;
            }

            table = mapping is null ? table : Find(content, decoded.Text, mapping, false) ?? table;
        }

        if (table is null)
        {
            return null;
        }

        if (mapping?.Encoding is { } name)
        {
            decoded = new DecodedText(ControlCharacters.Remove(Encoding.GetEncoding(name).GetString(content.Bytes.Span)), "mapping:" + name.ToLowerInvariant());
            table = Find(content, decoded.Text, mapping, own is not null) ?? table;
        }

        if (table.Shape.Fault is { } unfit)
        {
            return MappingFile.Invalid(unfit);
        }

        return table.Shape.Map.IsArticleLike ? Rows(content, decoded, table, mapping, deadline) : NoColumns(table.Shape);
    }

    /// <summary>A table whose columns hold no articles.</summary>
    public static ParseOutcome.Rejected NoColumns(TableShape shape) => new(
        RejectionReasons.NoArticle,
        $"The file is a table without columns of articles: it has {(shape.HasHeader ? ColumnMap.Names(shape.Names) : FormattableString.Invariant($"{shape.Names.Count} columns without names"))}. A mapping file beside it can say which column is the title and which the body.");

    private DelimitedTable? Find(FileContent content, string text, RecordMapping? mapping, bool own) => content.Opening.IsEmpty
        ? DelimitedTable.Of(text, options.MaxArticleBytes, mapping, own)
        : Opening(content, mapping) is { } opening ? DelimitedTable.Of(opening, options.MaxArticleBytes, mapping, own) : null;

    private static string? Opening(FileContent content, RecordMapping? mapping) => mapping?.Encoding is { } name
        ? Encoding.GetEncoding(name).GetString(content.Opening.Span)
        : TextDecoder.Decode(content.Opening.Span)?.Text;

    /// <summary>Two lines, the first of them with something that may separate: others need not be asked for.</summary>
    private static bool MayBeTable(string text)
    {
        var start = text.AsSpan().TrimStart();
        var end = start.IndexOfAny('\r', '\n');
        return end > 0 && start[..Math.Min(end, 4_096)].IndexOfAny(Separators) >= 0 && start[end..].TrimStart().Length > 0;
    }

    private ParseOutcome Rows(FileContent content, DecodedText decoded, DelimitedTable table, RecordMapping? mapping, Deadline deadline)
    {
        var articles = new ArticleList(content, decoded, options, time);
        var reader = new RecordReader(articles, table.Shape.Map, mapping, table.Dialect.Name);
        var rows = new DelimitedText(decoded.Text, table.Dialect, options.MaxArticleBytes, content.Opening.IsEmpty ? table.Start : DelimitedTable.StartOf(decoded.Text).Start);
        int count = 0, wide = 0, narrow = 0, width = table.Shape.Names.Count;
        // In front of each piece of a large table its header stands again.
        for (var header = table.Shape.HasHeader; rows.Next() is { } cells; count++)
        {
            if (header)
            {
                header = false;
                continue;
            }

            if (count % RowsBetweenChecks == 0)
            {
                deadline.Check();
            }

            var over = cells.Skip(width).Any(cell => cell.Length > 0);
            wide += over ? 1 : 0;
            narrow += cells.Count < width ? 1 : 0;
            reader.Add(new RowRecord(over ? Fitted(cells, width, table.Dialect.Delimiter) : cells));
        }

        if (wide > 0)
        {
            articles.Doubt(FormattableString.Invariant($"{wide} rows have more cells than there are columns; the rest of them was joined to the last"));
        }

        if (narrow > 0)
        {
            articles.Doubt(FormattableString.Invariant($"{narrow} rows have fewer cells than there are columns"));
        }

        return articles.Finish($"The table has the columns {ColumnMap.Names(table.Shape.Names)}, but no row has a title or text in them.");
    }

    /// <summary>Commas in a last cell that nobody put in quotes.</summary>
    private static List<string> Fitted(IReadOnlyList<string> cells, int width, char delimiter) =>
        [.. cells.Take(width - 1), string.Join(delimiter == ',' ? ", " : delimiter.ToString(), cells.Skip(width - 1))];
}
