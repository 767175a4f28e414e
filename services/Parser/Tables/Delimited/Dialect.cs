namespace Ingest.Parser.Tables.Delimited;

/// <summary>How the cells of a table of text are written.</summary>
/// <param name="Delimiter">Between two cells.</param>
/// <param name="Quotes">Whether a cell may stand in double quotes.</param>
/// <param name="Backslash">Whether a quote inside a quoted cell is written <c>\"</c> instead of <c>""</c>.</param>
internal readonly record struct Dialect(char Delimiter, bool Quotes = true, bool Backslash = false)
{
    /// <summary>For <c>origin</c>.</summary>
    public string Name => Delimiter switch
    {
        ',' => "csv",
        '\t' => "tsv",
        ';' => "csv:semicolon",
        '|' => "csv:bar",
        '^' => "csv:caret",
        _ => "csv:" + Delimiter,
    };
}
