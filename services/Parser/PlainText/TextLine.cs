using System.Buffers;

namespace Ingest.Parser.PlainText;

/// <summary>One line without its white space at both ends. Positions are in the file's text, so nothing is copied.</summary>
/// <param name="Start">Where its first visible character stands.</param>
/// <param name="Length">Visible length; 0 for a blank line.</param>
/// <param name="Indent">Columns of white space before it; a tab counts four.</param>
/// <param name="PageBreak">A form feed stands before it.</param>
internal readonly record struct TextLine(int Start, int Length, int Indent, bool PageBreak)
{
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\f\u0085\u2028\u2029");

    public bool IsBlank => Length == 0;

    public int Width => Indent + Length;

    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    /// <summary>Splits at LF, CR, CRLF, form feed and the Unicode separators.</summary>
    public static List<TextLine> Split(string text)
    {
        var lines = new List<TextLine>(32);
        var start = 0;
        var pageBreak = false;
        while (start <= text.Length)
        {
            var next = text.AsSpan(start).IndexOfAny(LineEnds);
            var end = next < 0 ? text.Length : start + next;
            lines.Add(Of(text, start, end, pageBreak));
            if (next < 0)
            {
                break;
            }

            pageBreak = text[end] == '\f';
            start = end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
        }

        return lines;
    }

    private static TextLine Of(string text, int start, int end, bool pageBreak)
    {
        var indent = 0;
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            indent += text[start] == '\t' ? 4 : 1;
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new TextLine(start, end - start, end == start ? 0 : indent, pageBreak);
    }
}
