using System.Globalization;
using Ingest.Parser.Documents.Packages;

namespace Ingest.Parser.Documents.OpenDocument;

/// <summary>Reads the text of an OpenDocument: no tracked deletions, comments, hidden text, tables of contents or page numbers.</summary>
internal sealed class OpenText(OpenStyles styles, DocumentBuilder builder, Deadline deadline)
{
    private readonly Stack<Look> _looks = new();
    private int _paragraphs, _lists;
    private bool _inText;

    /// <summary>Reads the part; false when it ends before it is complete.</summary>
    public bool Read(string xml)
    {
        var scanner = new PartScanner(xml, deadline);
        var complete = false;
        while (scanner.Next())
        {
            if (scanner.IsText)
            {
                if (_paragraphs > 0 && !(Current.Hidden ?? false))
                {
                    // White space of the file is one space; the format has tags for more.
                    builder.Text(scanner.Text.Replace('\n', ' ').Replace('\t', ' '), Current.Bold ?? false, Current.Size);
                }
            }
            else if (scanner.IsStart)
            {
                Start(ref scanner);
            }
            else if (scanner.IsEnd)
            {
                End(scanner.Local);
                complete |= scanner.Local is "document-content";
            }
        }

        return complete && !scanner.Truncated;
    }

    private Look Current => _looks.TryPeek(out var look) ? look : default;

    private void Start(ref PartScanner scanner)
    {
        if (!_inText)
        {
            _inText = scanner.Local is "body";
            styles.Take(ref scanner);
            return;
        }

        switch (scanner.Local)
        {
            case "p" or "h" when !scanner.IsEmpty:
                Paragraph(ref scanner);
                break;
            case "span" when !scanner.IsEmpty:
                var span = styles.Resolve('t', scanner.Attribute("style-name"));
                _looks.Push(new Look(span.Size ?? Current.Size, span.Bold ?? Current.Bold, span.Hidden ?? Current.Hidden));
                break;
            case "s":
                builder.Current.Break(' ');
                break;
            case "tab":
                builder.Current.Break('\t');
                break;
            case "line-break":
                builder.Current.Break('\n');
                break;
            case "list" when !scanner.IsEmpty:
                _lists++;
                break;
            case "table" when !scanner.IsEmpty:
                builder.Tables++;
                break;
            case "note-body":
                builder.InNote = true;
                break;
            case "tracked-changes" or "annotation" or "note-citation" or "table-of-content" or "illustration-index" or "alphabetical-index" or "page-number" or "page-count"
                or "forms" or "desc" or "title" or "sequence-decls" or "variable-decls" or "user-field-decls" or "script" or "scripts" or "event-listeners" or "hidden-text" or "ruby-text"
                or "placeholder" or "object" or "object-ole":
                scanner.Skip();
                break;
        }
    }

    private void Paragraph(ref PartScanner scanner)
    {
        var (name, size, bold, hidden) = styles.Resolve('p', scanner.Attribute("style-name"));
        builder.Open();
        _paragraphs++;
        _looks.Push(new Look(size, bold, hidden));
        var draft = builder.Current;
        draft.Style = name;
        draft.IsListItem = _lists > 0;
        draft.HeadingLevel = scanner.Local is "h" && int.TryParse(scanner.Attribute("outline-level") ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var level)
            ? Math.Clamp(level, 1, 9)
            : StyleNames.Level(name);
    }

    private void End(ReadOnlySpan<char> local)
    {
        switch (local)
        {
            case "p" or "h" when _paragraphs > 0:
                builder.Close();
                _paragraphs--;
                _looks.TryPop(out _);
                break;
            case "span":
                _looks.TryPop(out _);
                break;
            case "list":
                _lists = Math.Max(0, _lists - 1);
                break;
            case "table-row":
                builder.EndRow();
                break;
            case "table":
                builder.Tables = Math.Max(0, builder.Tables - 1);
                break;
            case "note-body":
                builder.InNote = false;
                break;
        }
    }

    private readonly record struct Look(double? Size, bool? Bold, bool? Hidden);
}
