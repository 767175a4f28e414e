using System.Globalization;
using System.Text.RegularExpressions;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Ingest.Contracts;
using Ingest.Parser.Articles;
using Ingest.Parser.Containers;
using Ingest.Parser.Tables.Columns;
using Ingest.Parser.Tables.Delimited;
using Ingest.Parser.Tables.Mapping;
using Ingest.Parser.Tables.Records;
using Ingest.Parser.Text;

namespace Ingest.Parser.Tables.Workbooks;

/// <summary>Reads the first sheet of a workbook (XLSX) that has columns of articles, row by row.</summary>
internal sealed partial class WorkbookReader(ParserOptions options, TimeProvider time)
{
    private const int MostSheets = 100;
    private const int MostColumns = 500;

    /// <summary>Rows above the header that may hold the table's own title.</summary>
    private const int MostRowsAbove = 10;

    private static readonly ExcelReaderConfiguration Configuration = new() { LeaveOpen = false };

    public ParseOutcome Read(FileContent content, Deadline deadline)
    {
        var (mapping, fault) = MappingFile.Beside(content, folderWide: true);
        if (fault is not null)
        {
            return fault;
        }

        try
        {
            if (!WorkbookPackage.FitsIn(content.Bytes, options.MaxWorkbookBytes, deadline))
            {
                return new ParseOutcome.Rejected(
                    RejectionReasons.ExpansionRatio,
                    FormattableString.Invariant($"The workbook has more than {options.MaxWorkbookBytes:N0} bytes of tables when it is unpacked (Ingest:Parser:MaxWorkbookBytes). Split it, or raise the limit."));
            }

            using var reader = ExcelReaderFactory.CreateOpenXmlReader(MemberBytes.AsStream(content.Bytes), Configuration);
            return Sheets(content, reader, mapping, deadline);
        }
        catch (ExcelReaderException broken)
        {
            return Damaged(broken);
        }
        catch (Exception broken) when (broken is not (OperationCanceledException or TimeoutException or OutOfMemoryException))
        {
            // The library throws whatever its own code stumbles into.
            return Damaged(broken);
        }
    }

    private static ParseOutcome.Rejected Damaged(Exception broken) => new(
        RejectionReasons.Damaged, $"The file is a workbook that cannot be read: {broken.Message.TrimEnd('.')}. Open it in a spreadsheet program and save it again.");

    private ParseOutcome Sheets(FileContent content, IExcelDataReader reader, RecordMapping? mapping, Deadline deadline)
    {
        var without = new List<string>();
        string? unfit = null;
        TableShape? last = null;
        for (var sheet = 0; sheet < MostSheets; sheet++)
        {
            if (Sample(reader, deadline) is { } rows)
            {
                last = TableShape.Of(rows, mapping, strict: true);
                unfit ??= last.Fault;
                if (last.Fault is null && last.Map.IsArticleLike)
                {
                    return Rows(content, reader, rows, last, mapping, without, deadline);
                }

                without.Add(reader.Name ?? "");
            }

            if (!reader.NextResult())
            {
                break;
            }
        }

        return unfit is not null ? MappingFile.Invalid(unfit)
            : last is null ? new ParseOutcome.Rejected(RejectionReasons.NoArticle, "The workbook has no sheet with a table in it.")
            : DelimitedReader.NoColumns(last);
    }

    /// <summary>The first rows from the header on; null when the sheet has no two rows.</summary>
    private static List<IReadOnlyList<string>>? Sample(IExcelDataReader reader, Deadline deadline)
    {
        var rows = new List<IReadOnlyList<string>>();
        for (var characters = 0; rows.Count <= RecordSample.MostRecords && characters <= RecordSample.MostCharacters && Next(reader, deadline) is { } row;)
        {
            rows.Add(row);
            characters += row.Sum(cell => cell.Length);
        }

        var header = rows.Take(MostRowsAbove).Select((row, at) => (Telling: TableShape.TellingNames(row), at)).OrderByDescending(row => row.Telling).ThenBy(row => row.at).FirstOrDefault();
        rows.RemoveRange(0, header.Telling >= 2 ? header.at : 0);
        return rows.Count >= 2 ? rows : null;
    }

    private ParseOutcome Rows(
        FileContent content, IExcelDataReader reader, List<IReadOnlyList<string>> sample, TableShape shape, RecordMapping? mapping, List<string> without, Deadline deadline)
    {
        var articles = new ArticleList(content, new DecodedText("", "utf-8"), options, time);
        var records = new RecordReader(articles, shape.Map, mapping, "xlsx");
        if (without.Count > 0)
        {
            articles.Doubt($"read from the sheet \"{reader.Name}\"; {string.Join(", ", without.Take(5))} before it have no columns of articles");
        }

        foreach (var row in sample.Skip(shape.HasHeader ? 1 : 0))
        {
            records.Add(new RowRecord(row));
        }

        while (Next(reader, deadline) is { } row)
        {
            records.Add(new RowRecord(row));
        }

        return articles.Finish($"The workbook has the columns {ColumnMap.Names(shape.Names)}, but no row has a title or text in them.");
    }

    /// <summary>The next row that is not empty.</summary>
    private static List<string>? Next(IExcelDataReader reader, Deadline deadline)
    {
        while (reader.Read())
        {
            deadline.Check();
            var cells = new List<string>(Math.Min(reader.FieldCount, MostColumns));
            for (var i = 0; i < Math.Min(reader.FieldCount, MostColumns); i++)
            {
                cells.Add(Text(reader.GetValue(i)));
            }

            if (cells.Exists(cell => cell.Length > 0))
            {
                return cells;
            }
        }

        return null;
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => Escaped().IsMatch(text) ? Escaped().Replace(text, Unescaped) : text,
        DateTime moment => moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>Spreadsheets write control characters as <c>_x000D_</c>.</summary>
    private static string Unescaped(Match match) => match.Value is "_x000D_" ? "" : match.Value is "_x000A_" or "_x0009_" ? "\n" : " ";

    [GeneratedRegex("_x00(0[0-9A-F]|1[0-9A-F])_", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Escaped();
}
