using System.Text.RegularExpressions;
using Ingest.Parser.Xml;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Ingest.Parser.Markdown;

/// <summary>
/// Markdown as plain paragraphs: headings, lists and quotations in their order, of links the text, code as it stands. Images go,
/// and with them a line in emphasis that follows one: it is the caption.
/// </summary>
internal sealed partial class MarkdownBody(Deadline deadline)
{
    // Not UseAutoLinks: it makes links of addresses, which are text here either way, and looks back to the paragraph's start at each.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes().UseEmphasisExtras().Build();

    /// <summary>
    /// Longest paragraph, in characters: at each mark of a link or tag Markdig may look as far as the paragraph's end for what
    /// closes it, so its time grows with the square of that.
    /// </summary>
    private const int LongestBlock = 50_000;

    private readonly List<string> _paragraphs = [];
    private bool _afterImage;

    /// <summary>The first heading of the first level, when it stands before all text.</summary>
    public string? Title { get; private set; }

    public IReadOnlyList<string> Paragraphs => _paragraphs;

    /// <summary>False when the text nests deeper, or has longer paragraphs, than any text does.</summary>
    public bool Read(string markdown)
    {
        try
        {
            // Template tags of site generators (Hugo, Jekyll) are no text, and neither are the brackets of wiki links.
            var text = WikiLink().Replace(TemplateTag().Replace(markdown, ""), "$1");
            if (HasEndlessBlock(text))
            {
                return false;
            }

            deadline.Check();
            var document = Markdig.Markdown.Parse(text, Pipeline);
            deadline.Check();
            Blocks(document);
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static bool HasEndlessBlock(ReadOnlySpan<char> text)
    {
        var length = 0;
        foreach (var range in text.Split('\n'))
        {
            var line = text[range];
            length = line.IndexOfAnyExcept(" \t\r") < 0 ? 0 : length + line.Length + 1;
            if (length > LongestBlock)
            {
                return true;
            }
        }

        return false;
    }

    private void Blocks(ContainerBlock blocks)
    {
        foreach (var block in blocks)
        {
            Block(block);
        }
    }

    private void Block(Block block)
    {
        switch (block)
        {
            case HeadingBlock heading when heading.Level == 1 && Title is null && _paragraphs.Count == 0:
                Title = InlineText.Of(heading.Inline);
                break;
            case Table table:
                foreach (var row in table.OfType<TableRow>())
                {
                    Add(string.Join(" | ", row.OfType<TableCell>().Select(cell => string.Join(' ', cell.OfType<LeafBlock>().Select(leaf => InlineText.Of(leaf.Inline))))));
                }

                break;
            case FencedCodeBlock or CodeBlock:
                Add(((LeafBlock)block).Lines.ToString().Trim('\n'));
                break;
            case HtmlBlock html:
                Add(HtmlText.Paragraphs(html.Lines.ToString()));
                break;
            case LinkReferenceDefinitionGroup:
                break;
            case LeafBlock leaf:
                Paragraph(leaf);
                break;
            case ContainerBlock container:
                Blocks(container);
                break;
        }
    }

    private void Paragraph(LeafBlock leaf)
    {
        var text = InlineText.Of(leaf.Inline);
        var caption = _afterImage && leaf.Inline?.FirstChild is EmphasisInline only && only.NextSibling is null;
        _afterImage = text.Length == 0 && leaf.Inline?.FirstChild is LinkInline { IsImage: true } or LinkInline { FirstChild: LinkInline { IsImage: true } };
        if (!caption && !IsPicture(leaf))
        {
            Add(text);
        }
    }

    /// <summary>An image with nothing but its caption, in emphasis, on the next line.</summary>
    private static bool IsPicture(LeafBlock leaf)
    {
        if (leaf.Inline?.FirstChild is not LinkInline { IsImage: true } image)
        {
            return false;
        }

        for (var inline = image.NextSibling; inline is not null; inline = inline.NextSibling)
        {
            if (inline is not (LineBreakInline or EmphasisInline or LinkInline { IsImage: true }))
            {
                return false;
            }
        }

        return true;
    }

    private void Add(string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            _paragraphs.Add(text);
        }
    }

    [GeneratedRegex(@"\{\{[<%][^{}]{0,2000}[>%]\}\}|\{%[^{}]{0,2000}%\}", RegexOptions.NonBacktracking)]
    private static partial Regex TemplateTag();

    [GeneratedRegex(@"\[\[(?:[^\[\]|\n]{1,200}\|)?([^\[\]|\n]{1,200})\]\]", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex WikiLink();
}
