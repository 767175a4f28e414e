using System.Text;
using Ingest.Parser.Html.Tree;

namespace Ingest.Parser.Html.Body;

/// <summary>Turns a tree into blocks of text in reading order, and counts the text, links and prose of each element.</summary>
internal sealed class BlockReader
{
    private const int LongestHeading = 240;

    /// <summary>Headings that end as sentences do are shorter.</summary>
    private const int LongestSentence = 150;

    private readonly List<TextBlock> _blocks = [];
    private readonly StringBuilder _text = new();
    private int _linkLength;
    private int _links;
    private int _linkDepth;
    private int _preDepth;
    private PageNode? _owner;

    public static List<TextBlock> Read(PageNode root)
    {
        var reader = new BlockReader();
        reader.Visit(root, root, BlockKind.Paragraph);
        reader.End(root, BlockKind.Paragraph);
        return reader._blocks;
    }

    private void Visit(PageNode node, PageNode block, BlockKind kind)
    {
        foreach (var child in node.Children)
        {
            if (child.IsText)
            {
                Append(child.Text, node, block);
                continue;
            }

            switch (child.Name)
            {
                case "br" or "wbr":
                    Break(child.Name == "br", block, kind);
                    break;
                case "a" when child.Attributes is { Href.Length: > 0 }:
                    _links++;
                    _linkDepth++;
                    Visit(child, block, kind);
                    _linkDepth--;
                    break;
                default:
                    if ((child.Hints & HintKinds.Hidden) != 0 && !TagSets.Blocks.Contains(child.Name))
                    {
                        // Hidden within a line: written for screen readers, or a formula that a picture shows.
                        break;
                    }

                    if (TagSets.Blocks.Contains(child.Name))
                    {
                        VisitBlock(child, block, kind);
                    }
                    else
                    {
                        Visit(child, block, kind);
                    }

                    break;
            }
        }
    }

    private void VisitBlock(PageNode child, PageNode block, BlockKind kind)
    {
        var inner = child.Name switch
        {
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => BlockKind.Heading,
            "li" or "dd" or "dt" => BlockKind.ListItem,
            "td" or "th" => BlockKind.Cell,
            "figcaption" => BlockKind.Caption,
            "pre" or "listing" or "xmp" or "plaintext" => BlockKind.Preformatted,
            _ => kind is BlockKind.Preformatted or BlockKind.Cell ? BlockKind.Paragraph : kind,
        };
        End(block, kind);
        var pre = inner == BlockKind.Preformatted;
        _preDepth += pre ? 1 : 0;
        // A block inside a link, as cards have it: its text is link text, counted once a block.
        _links += _linkDepth > 0 ? 1 : 0;
        Visit(child, child, inner);
        End(child, inner);
        _preDepth -= pre ? 1 : 0;
    }

    private void Append(string text, PageNode inline, PageNode block)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            // A line that is all in one inline element is that element's: <span class="byline">.
            _owner = _owner is null || _owner == inline ? inline : block;
        }

        var before = _text.Length;
        if (_preDepth > 0)
        {
            _text.Append(text);
        }
        else
        {
            var space = _text.Length == 0 || _text[^1] is ' ' or '\n';
            foreach (var c in text)
            {
                if (c is ' ' or '\t' or '\r' or '\n' or '\f' or '\u00A0' or '\u2003' or '\u2009')
                {
                    if (!space)
                    {
                        _text.Append(' ');
                        space = true;
                    }
                }
                else if (c is not ('\u200B' or '\uFEFF' or '\u00AD'))
                {
                    _text.Append(c);
                    space = false;
                }
            }
        }

        _linkLength += _linkDepth > 0 ? _text.Length - before : 0;
    }

    /// <summary>One break is a new line; two are a new paragraph.</summary>
    private void Break(bool line, PageNode block, BlockKind kind)
    {
        if (!line || _text.Length == 0)
        {
            return;
        }

        while (_text.Length > 0 && _text[^1] == ' ')
        {
            _text.Length--;
        }

        if (_text.Length > 0 && _text[^1] == '\n' && _preDepth == 0)
        {
            End(block, kind);
        }
        else
        {
            _text.Append('\n');
        }
    }

    private void End(PageNode block, BlockKind kind)
    {
        if (_text.Length > 0)
        {
            var text = _preDepth > 0 ? _text.ToString().Trim('\n', '\r').TrimEnd() : _text.ToString().Trim();
            if (text.Length > 0)
            {
                // Some set whole paragraphs as headings, for their size.
                kind = kind == BlockKind.Heading && (text.Length > LongestHeading || (text.Length > LongestSentence && Prose.EndsSentence(text))) ? BlockKind.Paragraph : kind;
                Add(new TextBlock(text, _owner ?? block, kind, Math.Min(_linkLength, text.Length), _links));
            }
        }

        _text.Clear();
        _linkLength = 0;
        _links = 0;
        _owner = null;
    }

    private void Add(TextBlock block)
    {
        _blocks.Add(block);
        var prose = block.IsProse ? block.Text.Length : 0;
        for (var node = block.Node; node is not null; node = node.Parent)
        {
            node.TextLength += block.Text.Length;
            node.LinkLength += block.LinkLength;
            node.Links += block.Links;
            node.ProseLength += prose;
        }
    }
}
