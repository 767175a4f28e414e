using Ingest.Contracts;

namespace Ingest.Parser.Documents;

/// <summary>
/// Collects a document's paragraphs from a stream of its marks. A paragraph may stand inside another one (in a text box, or as a
/// note): it follows the one that it stands in.
/// </summary>
internal sealed class DocumentBuilder(int maxCharacters)
{
    /// <summary>Text boxes in text boxes; what is deeper is read as a part of the one around it.</summary>
    private const int MaxDepth = 32;

    private readonly List<DocumentParagraph> _body = [];
    private readonly List<DocumentParagraph> _notes = [];
    private readonly Stack<ParagraphDraft> _open = new();
    private readonly ParagraphDraft _stray = new();
    private long _characters;
    private int _tooDeep;

    /// <summary>What is read stands in a note.</summary>
    public bool InNote { get; set; }

    /// <summary>Tables that are open.</summary>
    public int Tables { get; set; }

    /// <summary>The paragraph that is being read; text outside any paragraph makes one of its own.</summary>
    public ParagraphDraft Current => _open.TryPeek(out var draft) ? draft : _stray;

    public void Open()
    {
        if (_open.Count == MaxDepth)
        {
            _tooDeep++;
            Current.Break('\n');
            return;
        }

        Emit(_stray);
        _open.Push(new ParagraphDraft { Inner = _open.Count > 0 });
    }

    /// <summary>Ends the paragraph.</summary>
    /// <param name="keep">False to leave it out.</param>
    public void Close(bool keep = true)
    {
        if (_tooDeep > 0)
        {
            _tooDeep--;
            return;
        }

        if (!_open.TryPop(out var draft))
        {
            Emit(_stray);
        }
        else if (!keep)
        {
            return;
        }
        else if (_open.TryPeek(out var around))
        {
            around.Inside.AddRange(Finished(draft));
        }
        else
        {
            Emit(draft);
        }
    }

    /// <summary>Adds text as it stands.</summary>
    public void Text(ReadOnlySpan<char> text, bool bold = false, double? size = null)
    {
        _characters += text.Length;
        if (_characters > maxCharacters)
        {
            throw new DocumentFaultException(
                RejectionReasons.TooLarge, FormattableString.Invariant($"The document has more than {maxCharacters:N0} characters (Ingest:Parser:MaxDocumentBytes). Split it, or raise the limit."));
        }

        Current.Append(text, bold, size);
    }

    public void EndRow()
    {
        var list = InNote ? _notes : _body;
        if (list.Count > 0 && list[^1].Kind == ParagraphKind.TableCell)
        {
            list[^1] = list[^1] with { EndsRow = true };
        }
    }

    /// <summary>All paragraphs, the notes behind the text.</summary>
    public IReadOnlyList<DocumentParagraph> Finish()
    {
        while (_open.Count > 0)
        {
            _tooDeep = 0;
            Close();
        }

        Emit(_stray);
        return [.. _body, .. _notes];
    }

    private void Emit(ParagraphDraft draft)
    {
        foreach (var paragraph in Finished(draft))
        {
            (paragraph.Kind == ParagraphKind.Note ? _notes : _body).Add(paragraph);
        }

        if (ReferenceEquals(draft, _stray))
        {
            _stray.Clear();
        }
    }

    private List<DocumentParagraph> Finished(ParagraphDraft draft)
    {
        var paragraphs = draft.Inside;
        if (draft.Text is { Length: > 0 } text)
        {
            paragraphs.Insert(0, new DocumentParagraph(text, draft.Style, draft.HeadingLevel, Kind(draft)) { FontSize = draft.FontSize, Bold = draft.Bold });
        }

        return paragraphs;
    }

    private ParagraphKind Kind(ParagraphDraft draft) =>
        InNote ? ParagraphKind.Note
        : Tables > 0 ? ParagraphKind.TableCell
        : draft.IsListItem && draft.HeadingLevel == 0 ? ParagraphKind.ListItem
        : StyleNames.IsCaption(draft.Style) ? ParagraphKind.Caption
        : ParagraphKind.Body;
}
