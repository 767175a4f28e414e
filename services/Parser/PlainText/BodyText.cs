using System.Text;

namespace Ingest.Parser.PlainText;

/// <summary>Makes paragraphs of lines: joins what was broken by width, keeps lines that are meant (verse, lists, tables).</summary>
internal static class BodyText
{
    [ThreadStatic]
    private static StringBuilder? _buffer;

    /// <summary>The paragraphs of the lines from <paramref name="from"/> up to <paramref name="to"/>, joined by a blank line.</summary>
    public static string Build(string text, List<TextLine> lines, int from, int to, int firstStart = -1)
    {
        var body = (_buffer ??= new StringBuilder(4_096)).Clear();
        if (firstStart >= 0 && from < to)
        {
            var line = lines[from];
            lines = [.. lines];
            lines[from] = line with { Start = firstStart, Length = line.Start + line.Length - firstStart, Indent = 0 };
        }

        var wrap = HardWrap.Detect(text, lines, from, to);
        var blocks = 0;
        for (var i = from; i < to;)
        {
            if (lines[i].IsBlank)
            {
                i++;
                continue;
            }

            var end = i + 1;
            while (end < to && !lines[end].IsBlank)
            {
                end++;
            }

            AppendBlock(body, text, lines, i, end, wrap);
            blocks++;
            i = end;
        }

        var result = body.ToString();
        if (body.Capacity > 1_000_000)
        {
            _buffer = null;
        }

        return result;
    }

    private static void AppendBlock(StringBuilder body, string text, List<TextLine> lines, int from, int to, HardWrap wrap)
    {
        var margin = int.MaxValue;
        for (var i = from; i < to; i++)
        {
            margin = Math.Min(margin, lines[i].Indent);
        }

        // Without blank lines an indented line opens a paragraph, as on the wires; so a first line may be all that is indented.
        for (var i = from; i < to;)
        {
            var end = i + 1;
            while (end < to && !(lines[end].Indent >= margin + 2 && wrap.Width > 0))
            {
                end++;
            }

            AppendParagraph(body, text, lines, i, end, wrap);
            i = end;
        }
    }

    private static void AppendParagraph(StringBuilder body, string text, List<TextLine> lines, int from, int to, HardWrap wrap)
    {
        Break(body, "\n\n");
        if (to - from == 1)
        {
            body.Append(lines[from].In(text));
            return;
        }

        var joins = wrap.Joins(from, to);
        var separator = joins ? " " : AreParagraphs(text, lines, from, to) ? "\n\n" : "\n";
        for (var i = from; i < to; i++)
        {
            var line = lines[i].In(text);
            if (i > from)
            {
                if (joins && !IsOwnLine(line) && !IsTableRow(lines[i - 1].In(text)))
                {
                    Hyphenation.AppendJoint(body, text, line);
                }
                else
                {
                    body.Append(joins ? "\n" : separator);
                }
            }

            body.Append(line);
        }
    }

    private static void Break(StringBuilder body, string separator)
    {
        if (body.Length > 0)
        {
            body.Append(separator);
        }
    }

    /// <summary>Long lines, or lines that each end a sentence, in a block without blank lines: one paragraph a line.</summary>
    private static bool AreParagraphs(string text, List<TextLine> lines, int from, int to)
    {
        int total = 0, sentences = 0;
        for (var i = from; i < to; i++)
        {
            total += lines[i].Length;
            sentences += Headline.EndsSentence(lines[i].In(text)) || lines[i].In(text)[^1] is '?' or '!' ? 1 : 0;
        }

        var count = to - from;
        return total > count * 120 || (total > count * 60 && sentences * 5 >= count * 4);
    }

    private static bool IsOwnLine(ReadOnlySpan<char> line) =>
        line is ['•' or '·' or '▪' or '*' or '–' or '—', ' ', ..] || (line is ['-', ' ', ..] && line.Length > 2 && !char.IsLower(line[2])) || IsTableRow(line);

    private static bool IsTableRow(ReadOnlySpan<char> line)
    {
        var gaps = 0;
        for (var i = line.IndexOf("   "); i >= 0;)
        {
            gaps++;
            var rest = line[i..].TrimStart();
            var next = rest.IndexOf("   ");
            i = next < 0 ? -1 : line.Length - rest.Length + next;
        }

        return gaps >= 2 || (gaps == 0 && line.Contains('\t'));
    }
}
