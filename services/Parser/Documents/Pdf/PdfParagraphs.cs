using Ingest.Parser.Exports;
using Ingest.Parser.PlainText;

namespace Ingest.Parser.Documents.Pdf;

/// <summary>Makes paragraphs of the lines of blocks, and joins those that a column or a page divides.</summary>
internal sealed class PdfParagraphs(PdfVocabulary vocabulary, double textSize, bool isExport)
{
    // In shares of the letters' size.
    private const double LeastIndent = 0.6, MostIndent = 5;

    /// <summary>Blocks that may stand between the parts of a paragraph: a picture's caption, a headline beside the column.</summary>
    private const int MostBetween = 4;

    private readonly List<PdfParagraph> _paragraphs = [];
    private PdfParagraph? _open;
    private int _between;

    public IReadOnlyList<DocumentParagraph> Finish() => [.. _paragraphs.Select(paragraph => paragraph.Finish()).Where(paragraph => paragraph.Text.Length > 0)];

    public void Add(PdfBlock block)
    {
        var parts = Split(block);
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            if (i == 0 && _open is not null && GoesOn(_open, part, next: _between == 0))
            {
                Join(_open, part.Text.ToString());
                _open.Full = part.Full;
                if (parts.Count == 1)
                {
                    _between = 0;
                    return;
                }
            }
            else
            {
                _paragraphs.Add(part);
            }
        }

        var last = _paragraphs[^1];
        if (_open is null || EndsSentence(_open) || !IsText(_open) || IsText(last) || ++_between > MostBetween)
        {
            (_open, _between) = (last, 0);
        }
    }

    private bool IsText(PdfParagraph paragraph) => Math.Abs(paragraph.Size - textSize) < textSize * 0.06;

    /// <summary>The centred lines above an exported article, its labels and marks.</summary>
    private bool IsApart(BlockShape shape, PdfLine before, PdfLine line) =>
        isExport && (ExportLine.IsAlone(before.Text) || ExportLine.IsAlone(line.Text) || ExportLine.Begins(line.Text) || (!shape.IsFull(before) && before.Text[^1] is not ('.' or ',' or '-') && before.Right < line.Right - (line.Size * 3)));

    private bool GoesOn(PdfParagraph open, PdfParagraph part, bool next)
    {
        if (isExport && (ExportLine.IsAlone(open.Last) || ExportLine.IsAlone(part.Text.ToString()) || ExportLine.Begins(part.Text.ToString())))
        {
            return false;
        }

        if (Math.Abs(open.Size - part.Size) > open.Size * 0.06 || open.Bold != part.Bold || part.Text.Length == 0)
        {
            return false;
        }

        var divided = open.Text.Length > 1 && open.Text[^1] is '-' or '\u00AD' or '‐' && char.IsLetter(open.Text[^2]);
        var lower = char.IsLower(part.Text[0]);
        return (divided && lower) || (!EndsSentence(open) && (lower || (next && open.Full && !part.Indented && char.IsLetterOrDigit(part.Text[0]))));
    }

    private static bool EndsSentence(PdfParagraph paragraph)
    {
        var end = paragraph.Text.Length - 1;
        while (end > 0 && paragraph.Text[end] is '"' or '”' or '“' or '’' or '\'' or '»' or '«' or ')' or ' ')
        {
            end--;
        }

        return end >= 0 && paragraph.Text[end] is '.' or '!' or '?' or '…' or '。' or ':';
    }

    private List<PdfParagraph> Split(PdfBlock block)
    {
        var lines = block.Lines;
        var shape = new BlockShape(lines);
        var parts = new List<PdfParagraph>();
        for (var i = 0; i < lines.Count; i++)
        {
            var indent = lines[i].Left - shape.Left;
            var indented = indent > lines[i].Size * LeastIndent && indent < lines[i].Size * MostIndent;
            if (i > 0 && !IsApart(shape, lines[i - 1], lines[i]) && !Begins(shape, lines[i - 1], lines[i], indented))
            {
                Join(parts[^1], lines[i].Text);
            }
            else
            {
                parts.Add(new PdfParagraph(lines[i], indented));
            }

            parts[^1].Full = shape.IsFull(lines[i]);
        }

        return parts;
    }

    private static bool Begins(BlockShape shape, PdfLine before, PdfLine line, bool indented)
    {
        if (Math.Abs(before.Size - line.Size) > before.Size * 0.08 || before.Bold != line.Bold || before.Baseline - line.Baseline > shape.Pitch + (line.Size * 0.35))
        {
            return true;
        }

        if (line.Text is ['•' or '·' or '▪' or '■' or '●' or '►' or '–' or '—', ' ', ..])
        {
            return true;
        }

        // Lines of a headline are centred or ragged as the designer liked.
        if (shape.IsHeadline(line))
        {
            return false;
        }

        if (before.Text is [.., var divided, '-' or '‐' or '\u00AD'] && char.IsLetter(divided))
        {
            return false;
        }

        var ends = before.Text.AsSpan().TrimEnd("\"”“’'»«)") is [.., '.' or '!' or '?' or ':' or '…'];
        return (indented && Math.Abs(before.Left - line.Left) > line.Size * 0.4 && !char.IsLower(line.Text[0]))
            || (shape.HadRoom(before, line, ends ? 0.5 : 1.5) && !(char.IsLower(line.Text[0]) && ends));
    }

    private void Join(PdfParagraph paragraph, string next)
    {
        if (next.Length == 0)
        {
            return;
        }

        // "Anglo-" and "American": a divided word goes on with a small letter.
        if (paragraph.Text is { Length: > 1 } text && text[^1] is '-' or '‐' && char.IsLetter(text[^2]) && char.IsUpper(next[0]))
        {
            text.Append(next);
            return;
        }

        paragraph.Last = next;
        Hyphenation.AppendJoint(paragraph.Text, next, vocabulary.IsDivided);
        paragraph.Text.Append(next);
    }
}
