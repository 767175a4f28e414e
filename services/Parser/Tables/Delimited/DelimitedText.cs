namespace Ingest.Parser.Tables.Delimited;

/// <summary>The rows of a table of text, one after the other.</summary>
internal sealed class DelimitedText(string text, Dialect dialect, int longestCell, int from = 0)
{
    private readonly List<string> _cells = [];
    private int _at = from;
    private int _openUntil;

    /// <summary>Where the next row begins.</summary>
    public int At => _at;

    /// <summary>The next row that is not blank; null at the end. Valid until the next call.</summary>
    public IReadOnlyList<string>? Next()
    {
        var cursor = new CellCursor<char>(text, dialect, final: true, longestCell) { At = _at, OpenUntil = _openUntil };
        while (!cursor.AtEnd)
        {
            _cells.Clear();
            CellStep step;
            do
            {
                step = cursor.Next();
                _cells.Add(Value(text.AsSpan()[cursor.Content], cursor.Quoted));
                // "a,b," at the very end has an empty last cell.
                if (step == CellStep.Cell && cursor.AtEnd)
                {
                    _cells.Add("");
                    break;
                }
            }
            while (step == CellStep.Cell);

            if (_cells.Count > 1 || _cells[0].Length > 0)
            {
                (_at, _openUntil) = (cursor.At, cursor.OpenUntil);
                return _cells;
            }
        }

        _at = text.Length;
        return null;
    }

    private string Value(ReadOnlySpan<char> content, bool quoted)
    {
        if (!quoted)
        {
            return content.Trim().ToString();
        }

        var value = content.ToString();
        return dialect.Backslash && value.Contains('\\', StringComparison.Ordinal)
            ? value.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal)
            : value.Contains("\"\"", StringComparison.Ordinal) ? value.Replace("\"\"", "\"", StringComparison.Ordinal) : value;
    }
}
