using System.Text;
using Ingest.Parser.Text;

namespace Ingest.Parser.Documents;

/// <summary>One paragraph on its way.</summary>
internal sealed class ParagraphDraft
{
    private readonly StringBuilder _text = new();
    private int _bold, _visible;

    public string? Style { get; set; }

    public int HeadingLevel { get; set; }

    public bool IsListItem { get; set; }

    /// <summary>Stands inside another paragraph.</summary>
    public bool Inner { get; init; }

    /// <summary>The largest size of its letters in points.</summary>
    public double? FontSize { get; private set; }

    public bool Bold => _visible > 0 && _bold == _visible;

    /// <summary>Paragraphs that stand inside this one, in order.</summary>
    public List<DocumentParagraph> Inside { get; } = [];

    /// <summary>The text, trimmed, without soft hyphens and control characters.</summary>
    public string Text => ControlCharacters.Remove(_text.ToString()).Trim();

    public void Append(ReadOnlySpan<char> text, bool bold, double? size)
    {
        foreach (var c in text)
        {
            if (c is '\u00AD' or '\u200B' or '\r')
            {
                continue;
            }

            if (c is ' ' or '\u00A0' or '\u202F' or '\u2009')
            {
                Break(' ');
                continue;
            }

            if (c is '\n' or '\t' or '\u000B' or '\u2028')
            {
                Break(c == '\t' ? '\t' : '\n');
                continue;
            }

            _text.Append(c);
            _visible++;
            _bold += bold ? 1 : 0;
            if (size > (FontSize ?? 0))
            {
                FontSize = size;
            }
        }
    }

    /// <summary>A space, tab or line break; of several the strongest stays, but two line breaks part paragraphs.</summary>
    public void Break(char kind)
    {
        if (_text.Length == 0 || (_text[^1] is '\n' && (kind != '\n' || _text[^2] == '\n')))
        {
            return;
        }

        if (_text[^1] is ' ' or '\t')
        {
            _text[^1] = kind == '\n' || _text[^1] == ' ' ? kind : _text[^1];
            return;
        }

        _text.Append(kind);
    }

    public void Clear()
    {
        _text.Clear();
        Inside.Clear();
        (_bold, _visible, FontSize, Style, HeadingLevel, IsListItem) = (0, 0, null, null, 0, false);
    }
}
