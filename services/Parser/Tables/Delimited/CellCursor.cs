using System.Numerics;

namespace Ingest.Parser.Tables.Delimited;

/// <summary>What a step over one cell found.</summary>
internal enum CellStep
{
    /// <summary>The cell ends at a delimiter.</summary>
    Cell,

    /// <summary>The cell is the last of its record.</summary>
    EndOfRecord,

    /// <summary>Where the cell ends cannot be told from the text so far.</summary>
    NeedsMore,
}

/// <summary>
/// Steps through the cells of a table (RFC 4180), over characters or over bytes by the same rules, so that a file cut into
/// pieces is cut where it would be read. Forgiving: a quote inside a quoted cell closes it only in front of a delimiter or line
/// end, and an opening quote that is never closed is a quote.
/// </summary>
/// <param name="text">The table, or as much of it as there is.</param>
/// <param name="dialect">How it is written.</param>
/// <param name="final">Whether the table ends with the text.</param>
/// <param name="longestCell">Within so many characters a quoted cell must be closed.</param>
internal ref struct CellCursor<T>(ReadOnlySpan<T> text, Dialect dialect, bool final, int longestCell)
    where T : unmanaged, IBinaryInteger<T>
{
    private static readonly T Quote = T.CreateTruncating('"');
    private static readonly T Feed = T.CreateTruncating('\n');
    private static readonly T Return = T.CreateTruncating('\r');
    private static readonly T Space = T.CreateTruncating(' ');
    private static readonly T Slash = T.CreateTruncating('\\');

    private readonly ReadOnlySpan<T> _text = text;
    private readonly T _delimiter = T.CreateTruncating(dialect.Delimiter);

    /// <summary>Up to here no quote closes a cell: so hostile text takes no longer than other text.</summary>
    public int OpenUntil { get; set; }

    /// <summary>Where the next step begins.</summary>
    public int At { get; set; }

    public readonly bool AtEnd => At >= _text.Length;

    /// <summary>What stands in the cell, without its quotes.</summary>
    public Range Content { get; private set; }

    /// <summary>Whether the cell stood in quotes; then quotes inside are doubled.</summary>
    public bool Quoted { get; private set; }

    public CellStep Next()
    {
        var start = At;
        if (dialect.Quotes)
        {
            var open = start;
            while (open < _text.Length && _text[open] == Space && open - start < 8)
            {
                open++;
            }

            if (open < _text.Length && _text[open] == Quote && Close(open, out var close) is { } step)
            {
                return step == CellStep.NeedsMore ? step : End(open + 1, close, close + 1, quoted: true);
            }
        }

        var length = _text[start..].IndexOfAny(_delimiter, Feed, Return);
        return length < 0 && !final ? CellStep.NeedsMore : End(start, length < 0 ? _text.Length : start + length, length < 0 ? _text.Length : start + length, quoted: false);
    }

    private CellStep End(int from, int to, int at, bool quoted)
    {
        if (quoted)
        {
            // Blanks between the quote and the delimiter.
            while (at < _text.Length && _text[at] == Space)
            {
                at++;
            }
        }

        (Content, Quoted) = (from..to, quoted);
        if (at >= _text.Length)
        {
            At = _text.Length;
            return final ? CellStep.EndOfRecord : CellStep.NeedsMore;
        }

        if (_text[at] == _delimiter)
        {
            At = at + 1;
            return CellStep.Cell;
        }

        if (_text[at] == Return)
        {
            if (at + 1 >= _text.Length && !final)
            {
                return CellStep.NeedsMore;
            }

            At = at + (at + 1 < _text.Length && _text[at + 1] == Feed ? 2 : 1);
            return CellStep.EndOfRecord;
        }

        At = at + 1;
        return CellStep.EndOfRecord;
    }

    /// <summary>Finds the quote that closes the one at <paramref name="open"/>; null when none does.</summary>
    private CellStep? Close(int open, out int close)
    {
        close = -1;
        var last = (int)Math.Min(_text.Length, (long)open + longestCell);
        // Behind an earlier quote that nothing closed up to there, nothing closes this one either.
        var at = Math.Max(open + 1, Math.Min(OpenUntil, last));
        while (at < last)
        {
            var found = _text[at..last].IndexOf(Quote);
            if (found < 0)
            {
                break;
            }

            var quote = at + found;
            if (dialect.Backslash && Slashes(quote, open) % 2 == 1)
            {
                at = quote + 1;
                continue;
            }

            var end = quote + 1;
            while (end < _text.Length && _text[end] == Quote && !dialect.Backslash)
            {
                end++;
            }

            if (end >= _text.Length && !final)
            {
                return CellStep.NeedsMore;
            }

            if ((end - quote) % 2 == 1 && EndsCell(end, out var needsMore))
            {
                close = end - 1;
                return needsMore ? CellStep.NeedsMore : CellStep.Cell;
            }

            at = end;
        }

        if (last == _text.Length && !final && last - open < longestCell)
        {
            return CellStep.NeedsMore;
        }

        OpenUntil = last;
        return null;
    }

    private readonly bool EndsCell(int at, out bool needsMore)
    {
        while (at < _text.Length && _text[at] == Space)
        {
            at++;
        }

        needsMore = at >= _text.Length && !final;
        return at >= _text.Length || _text[at] == _delimiter || _text[at] == Feed || _text[at] == Return;
    }

    private readonly int Slashes(int quote, int open)
    {
        var count = 0;
        for (var i = quote - 1; i > open && _text[i] == Slash; i--)
        {
            count++;
        }

        return count;
    }
}
