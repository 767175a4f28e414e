using System.Collections.Frozen;
using System.Text;
using Ingest.Parser.Text;

namespace Ingest.Parser.Xml;

/// <summary>
/// Makes paragraphs of a stream of tags and text: blocks are separated, so that words never fuse; line breaks stay; white space
/// between words is one space.
/// </summary>
internal sealed class ParagraphBuilder
{
    private static readonly FrozenSet<string> Blocks = (
        "p div section article header footer main aside nav h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tr thead tbody tfoot caption blockquote pre figure figcaption " +
        "address hr form fieldset center details summary html body title " +
        // of NITF and NewsML
        "hedline hl1 hl2 block media media-caption media-producer byline byttl distributor dateline abstract bq credit body.content body.head body.end tagline bibliography fn note nitf-table " +
        "headline subheadline slugline datacontent").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Cells = "td th option button label br/".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly StringBuilder _text = new();
    private int _pendingBreaks;
    private bool _pendingSpace;

    /// <summary>A tag, opening or closing.</summary>
    public void Tag(ReadOnlySpan<char> name)
    {
        if (Blocks.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
        {
            _pendingBreaks = 2;
        }
        else if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
        {
            _pendingBreaks++;
        }
        else if (Cells.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
        {
            _pendingSpace = true;
        }
    }

    /// <summary>Words that belong to nothing else: a piece of data.</summary>
    public void Space() => _pendingSpace = true;

    public void Text(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var raw = text[i];
            if (char.IsSurrogate(raw))
            {
                // Half a character, from a numeric reference, is none.
                if (i + 1 < text.Length && char.IsSurrogatePair(raw, text[i + 1]))
                {
                    Separate();
                    _text.Append(raw).Append(text[++i]);
                }

                continue;
            }

            // Numeric references to the C1 controls mean Windows-1252, as every browser reads them.
            var c = raw is >= '\u0080' and <= '\u009F' ? Windows1252.Of(raw) : raw;
            if (char.IsWhiteSpace(c))
            {
                _pendingSpace = true;
            }
            else if (!char.IsControl(c) && c is not ('\u00AD' or '\uFEFF' or '\u200B'))
            {
                Separate();
                _text.Append(c);
            }
        }
    }

    public override string ToString() => _text.ToString();

    private void Separate()
    {
        if (_text.Length > 0 && _pendingBreaks > 0)
        {
            _text.Append(_pendingBreaks > 1 ? "\n\n" : "\n");
        }
        else if (_text.Length > 0 && _pendingSpace)
        {
            _text.Append(' ');
        }

        _pendingBreaks = 0;
        _pendingSpace = false;
    }
}
