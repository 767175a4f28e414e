using Ingest.Parser.Documents.Packages;

namespace Ingest.Parser.Documents.Word;

/// <summary>
/// Reads the paragraphs of one part of a Word document as a reader sees them when all changes are accepted: no deleted text, no
/// field codes, no hidden text, no comments.
/// </summary>
internal sealed class WordText(WordStyles styles, DocumentBuilder builder, Deadline deadline)
{
    /// <summary>Fields that are open; true while what stands in them is their code.</summary>
    private readonly Stack<bool> _fields = new();
    private readonly Stack<WordStyle?> _paragraphStyles = new();
    private int _codes;
    private bool _inRun, _runProperties, _paragraphProperties, _bold, _hidden;
    private double? _size;

    /// <summary>Reads a part; false when it ends before it is complete.</summary>
    public bool Read(string xml)
    {
        var scanner = new PartScanner(xml, deadline);
        var complete = false;
        while (scanner.Next())
        {
            if (scanner.IsStart)
            {
                Start(ref scanner);
            }
            else if (scanner.IsEnd)
            {
                End(scanner.Local);
                complete = scanner.Local is "document" or "footnotes" or "endnotes";
            }
        }

        return complete && !scanner.Truncated;
    }

    private void Start(ref PartScanner scanner)
    {
        if (_runProperties || _paragraphProperties)
        {
            Property(ref scanner);
            return;
        }

        switch (scanner.Local)
        {
            case "p" when !scanner.IsEmpty:
                builder.Open();
                _paragraphStyles.Push(null);
                SetStyle(styles.Default, named: false);
                break;
            case "pPr" when !scanner.IsEmpty:
                _paragraphProperties = true;
                break;
            case "r" when !scanner.IsEmpty:
                (_inRun, _bold, _hidden, _size) = (true, Style?.Bold == true, Style?.Hidden == true, Style?.Size ?? styles.DefaultSize);
                break;
            case "rPr" when !scanner.IsEmpty:
                _runProperties = _inRun;
                if (!_inRun)
                {
                    scanner.Skip();
                }

                break;
            case "t":
                var text = scanner.Content(trim: false);
                if (_codes == 0 && !_hidden)
                {
                    builder.Text(text, _bold, _size);
                }

                break;
            case "tab" or "ptab" when _inRun:
                Break('\t');
                break;
            case "br" or "cr" when _inRun:
                Break('\n');
                break;
            case "noBreakHyphen" when _inRun && _codes == 0:
                builder.Text("-", _bold, _size);
                break;
            case "fldChar":
                Field(scanner.Attribute("fldCharType"));
                break;
            case "tbl" when !scanner.IsEmpty:
                builder.Tables++;
                break;
            case "footnote" or "endnote":
                // The lines that separate notes from the text are notes, too.
                if (scanner.Attribute("type") is { } type && type != "normal")
                {
                    scanner.Skip();
                }

                break;
            case "sdtPr" when !scanner.IsEmpty:
                Control(ref scanner);
                break;
            case "del" or "moveFrom" or "Fallback" or "instrText" or "delText" or "delInstrText" or "fldData" or "rt" or "sectPr" or "tblPr" or "trPr" or "tcPr" or "docPr":
                scanner.Skip();
                break;
        }
    }

    private void End(ReadOnlySpan<char> local)
    {
        switch (local)
        {
            case "p":
                var style = _paragraphStyles.TryPop(out var popped) ? popped : null;
                // A table of contents repeats what follows.
                builder.Close(keep: !StyleNames.IsContents(style?.Name));
                _inRun = false;
                break;
            case "pPr":
                _paragraphProperties = false;
                break;
            case "rPr":
                _runProperties = false;
                break;
            case "r":
                _inRun = false;
                break;
            case "tr":
                builder.EndRow();
                break;
            case "tbl":
                builder.Tables = Math.Max(0, builder.Tables - 1);
                break;
        }
    }

    private WordStyle? Style => _paragraphStyles.TryPeek(out var style) ? style : null;

    private void SetStyle(WordStyle? style, bool named)
    {
        _paragraphStyles.TryPop(out _);
        _paragraphStyles.Push(style);
        if (style is not null && named)
        {
            builder.Current.Style = style.Name;
            builder.Current.HeadingLevel = style.Level;
            builder.Current.IsListItem = style.IsList;
        }
    }

    private void Property(ref PartScanner scanner)
    {
        switch (scanner.Local)
        {
            case "pStyle" when _paragraphProperties && scanner.Attribute("val") is { } id:
                // Some programs name styles that the document does not define.
                SetStyle(styles.Find(id) ?? new WordStyle(id, StyleNames.Level(id), null, false, false, false), named: true);
                break;
            case "outlineLvl" when WordValues.Number(ref scanner) is { } level:
                builder.Current.HeadingLevel = level is >= 0 and < 9 ? level + 1 : 0;
                break;
            case "numId" when WordValues.Number(ref scanner) is { } list:
                builder.Current.IsListItem = list != 0;
                break;
            case "rPr" or "pPrChange" or "rPrChange":
                // Of the paragraph's mark, or as it was before.
                scanner.Skip();
                break;
            case "rStyle" when styles.Find(scanner.Attribute("val")) is { } style:
                (_bold, _hidden, _size) = (_bold || style.Bold, _hidden || style.Hidden, style.Size ?? _size);
                break;
            case "b" when _runProperties:
                _bold = WordValues.IsOn(ref scanner);
                break;
            case "vanish" when _runProperties:
                _hidden = WordValues.IsOn(ref scanner);
                break;
            case "sz" when _runProperties && WordValues.Number(ref scanner) is { } half:
                _size = half / 2.0;
                break;
        }
    }

    private void Field(string? mark)
    {
        if (mark == "begin" && _fields.Count < 100)
        {
            _fields.Push(true);
            _codes++;
        }
        else if (mark is "separate" or "end" && _fields.TryPop(out var code))
        {
            _codes -= code ? 1 : 0;
            if (mark == "separate")
            {
                _fields.Push(false);
            }
        }
    }

    /// <summary>A form's control that nobody filled in shows "Click here to enter text".</summary>
    private static void Control(ref PartScanner scanner)
    {
        var placeholder = false;
        while (scanner.Next() && !(scanner.IsEnd && scanner.Local is "sdtPr"))
        {
            placeholder |= scanner.IsStart && scanner.Local is "showingPlcHdr" && WordValues.IsOn(ref scanner);
        }

        while (placeholder && scanner.Next() && !(scanner.IsEnd && scanner.Local is "sdt"))
        {
            if (scanner.IsStart && scanner.Local is "sdtContent")
            {
                scanner.Skip();
                return;
            }
        }
    }

    private void Break(char kind)
    {
        if (_codes == 0 && !_hidden)
        {
            builder.Current.Break(kind);
        }
    }
}
