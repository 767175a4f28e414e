using Ingest.Parser.Tables.Columns;
using Ingest.Parser.Tables.Mapping;
using Ingest.Parser.Tables.Records;

namespace Ingest.Parser.Tables.Delimited;

/// <summary>A table of text as its first rows show it.</summary>
/// <param name="Dialect">How it is written.</param>
/// <param name="Shape">What its columns are.</param>
/// <param name="Start">Where its first row begins.</param>
internal sealed record DelimitedTable(Dialect Dialect, TableShape Shape, int Start)
{
    private static readonly char[] Delimiters = [',', '\t', ';', '|', '^'];

    /// <summary>Share of rows that must have as many cells as the first.</summary>
    private const double Regular = 0.8;

    /// <summary>Names of a header that leave no doubt: a table whose other rows may be damaged.</summary>
    private const int ManyTelling = 3;

    private const double RegularBelowMany = 0.5;

    /// <summary>
    /// The table that a text is; null when it is none. A text is one only when its rows agree: prose with commas has no header
    /// of names and no two lines with the same number of parts for long.
    /// </summary>
    /// <param name="text">The file, or its beginning.</param>
    /// <param name="longestCell">See <see cref="CellCursor{T}"/>.</param>
    /// <param name="mapping">What somebody wrote down about it.</param>
    /// <param name="own">Whether that is about this file alone: then it is a table.</param>
    public static DelimitedTable? Of(string text, int longestCell, RecordMapping? mapping = null, bool own = false)
    {
        var (start, separator) = StartOf(text);
        var stated = mapping?.Delimiter ?? separator;
        var line = FirstLine(text, start).Line;

        Candidate? best = null;
        foreach (var delimiter in stated is { } one ? [one] : Delimiters)
        {
            if (line.Contains(delimiter) && Best(text, start, delimiter, longestCell) is { } found && (best is null || found.Score > best.Score))
            {
                best = found;
            }
        }

        if (best is null && own)
        {
            best = Best(text, start, stated ?? ',', longestCell, always: true);
        }

        if (best is null)
        {
            return null;
        }

        var shape = TableShape.Of(best.Rows, mapping, strict: own);
        return own || best.IsTable(shape) ? new DelimitedTable(best.Dialect, shape, start) : null;
    }

    /// <summary>Where the first row begins, and the delimiter when the line above it, which is Excel's own, names it.</summary>
    public static (int Start, char? Delimiter) StartOf(string text)
    {
        var start = text.Length - text.AsSpan().TrimStart("\r\n ").Length;
        return FirstLine(text, start) is (['s' or 'S', 'e' or 'E', 'p' or 'P', '=', var separator], var next) ? (next, separator) : (start, null);
    }

    private static (string Line, int Next) FirstLine(string text, int start)
    {
        var rest = text.AsSpan(start);
        var end = rest.IndexOfAny('\r', '\n');
        var line = end < 0 ? rest : rest[..end];
        var next = end < 0 ? rest.Length : rest[end..] is ['\r', '\n', ..] ? end + 2 : end + 1;
        return (line[..Math.Min(line.Length, 65_536)].ToString(), start + next);
    }

    /// <summary>The variant of quoting in which the rows agree best; the simplest of equals.</summary>
    private static Candidate? Best(string text, int start, char delimiter, int longestCell, bool always = false)
    {
        Dialect[] variants = text.AsSpan(start, Math.Min(text.Length - start, RecordSample.MostCharacters)).Contains("\\\"", StringComparison.Ordinal)
            ? [new(delimiter, Backslash: true), new(delimiter), new(delimiter, Quotes: false)]
            : [new(delimiter), new(delimiter, Quotes: false)];
        Candidate? best = null;
        foreach (var dialect in variants)
        {
            if (Candidate.Of(text, start, dialect, longestCell, always) is { } found && (best is null || found.Regularity > best.Regularity))
            {
                best = found;
            }

            if (best is { Regularity: 1 })
            {
                break;
            }
        }

        return best;
    }

    private sealed record Candidate(Dialect Dialect, IReadOnlyList<IReadOnlyList<string>> Rows, double Regularity, int Telling, bool QuotesUsed)
    {
        public double Score => (Telling * 10) + (Regularity * 5) + (Math.Min(Rows[0].Count, 10) * 0.1);

        public static Candidate? Of(string text, int start, Dialect dialect, int longestCell, bool always)
        {
            var reader = new DelimitedText(text, dialect, longestCell, start);
            List<IReadOnlyList<string>> rows = [];
            var telling = 0;
            while (rows.Count <= RecordSample.MostRecords && reader.At - start <= RecordSample.MostCharacters && reader.Next() is { } cells)
            {
                rows.Add([.. cells]);
                if (rows.Count == 1)
                {
                    telling = TableShape.TellingNames(cells);
                    // A headline is followed by a blank line, a row by a row.
                    if (!always && (cells.Count < 2 || (telling < 2 && IsBlankAt(text, reader.At))))
                    {
                        return null;
                    }
                }
                else if (rows.Count == 2 && telling < 2 && cells.Count != rows[0].Count && !always)
                {
                    return null;
                }
            }

            var regular = rows.Count(row => row.Count == rows[0].Count) / (double)Math.Max(1, rows.Count);
            return rows.Count > 0 && (always || (rows.Count >= 2 && regular >= (telling >= ManyTelling ? RegularBelowMany : Regular)))
                ? new Candidate(dialect, rows, regular, telling, dialect.Quotes && text.AsSpan(start, reader.At - start).Contains('"'))
                : null;
        }

        /// <summary>Whether the rows agree enough for what the names and the content promise.</summary>
        public bool IsTable(TableShape shape)
        {
            var records = Rows.Count - (shape.HasHeader ? 1 : 0);
            if (Telling >= 2 && shape.HasHeader)
            {
                return records >= 1 && (shape.Map.IsArticleLike || records >= 2);
            }

            if (Regularity < 1 || records < 3)
            {
                return false;
            }

            if (shape.Map.HasText && (shape.Evidence.Any(column => column.Words >= 30) || (!shape.HasHeader && IsOfRecords(shape))))
            {
                return Dialect.Delimiter != ',' || QuotesUsed;
            }

            // Lists of short things with a column of numbers, days or addresses: a table, if none of articles.
            return shape.HasHeader && Rows[0].Count >= (Dialect.Delimiter == '\t' ? 2 : 3) && shape.Evidence.All(column => column.Characters <= LongestOfList) &&
                shape.Evidence.Any(column => column.IsFilled && (column.Numbers >= 0.9 || column.Days >= 0.9 || column.Addresses >= 0.9));
        }

        /// <summary>Without names: something that only programs write beside the texts, in every row.</summary>
        private bool IsOfRecords(TableShape shape) =>
            Rows[0].Count >= 3 && shape.Evidence.Any(column => column.AllFilled && (column.Addresses >= 0.9 || column.Days >= 0.9 || column.Numbers >= 0.9 || column.Structures >= 0.9));

        private const double LongestOfList = 60;

        private static bool IsBlankAt(string text, int at) => at < text.Length && text.AsSpan(at).TrimStart(" \t") is [] or ['\r' or '\n', ..];
    }
}
