using Ingest.Parser.Documents;
using Ingest.Parser.Html.Body;
using Ingest.Parser.PlainText;

namespace Ingest.Parser.Exports;

/// <summary>
/// What texts, documents and pages have in common for the readers of exports: lines, blank lines between paragraphs, and what the layout says of a line.
/// </summary>
internal sealed class ExportText
{
    private readonly Dictionary<int, LineRole>? _roles;

    private ExportText(string text, Dictionary<int, LineRole>? roles)
    {
        Text = text;
        Lines = TextLine.Split(text);
        _roles = roles;
    }

    /// <summary>All characters.</summary>
    public string Text { get; }

    /// <summary>All lines, blank ones too.</summary>
    public List<TextLine> Lines { get; }

    /// <summary>A line without white space at its ends.</summary>
    public ReadOnlySpan<char> this[int line] => Lines[line].In(Text);

    /// <summary>Lines of a text file: broken by width, perhaps.</summary>
    public static ExportText Of(string text) => new(text, null);

    /// <summary>Paragraphs of a document.</summary>
    public static ExportText Of(DocumentText document) =>
        Of(document.Paragraphs.Select(paragraph => (paragraph.Text, paragraph.HeadingLevel > 0 ? LineRole.Headline : paragraph.Bold ? LineRole.Strong : LineRole.None)));

    /// <summary>Blocks of a page.</summary>
    public static ExportText Of(IEnumerable<TextBlock> blocks) => Of(blocks.Select(block => (block.Text, PageRoles.Of(block))));

    /// <summary>What the layout says of a line.</summary>
    public LineRole Role(int line) => _roles?.GetValueOrDefault(line) ?? LineRole.None;

    /// <summary>Paragraphs between two lines: runs of lines that are not blank.</summary>
    public List<Block> Blocks(int from, int to)
    {
        var blocks = new List<Block>();
        for (var at = from; FirstBlock(at, to) is { } block; at = block.To)
        {
            blocks.Add(block);
        }

        return blocks;
    }

    /// <summary>The first of them; null when all lines are blank.</summary>
    public Block? FirstBlock(int from, int to)
    {
        while (from < to && Lines[from].IsBlank)
        {
            from++;
        }

        var end = from;
        while (end < to && !Lines[end].IsBlank)
        {
            end++;
        }

        return end > from ? new Block(from, end) : null;
    }

    /// <summary>The lines joined to one, from <paramref name="start"/> in the first.</summary>
    public string Join(int from, int to, int start = -1)
    {
        var lines = new List<string>(to - from);
        for (var i = from; i < to; i++)
        {
            var line = i == from && start >= 0 ? Text.AsSpan(start, Lines[i].Start + Lines[i].Length - start) : this[i];
            if (!line.IsEmpty)
            {
                lines.Add(line.ToString());
            }
        }

        return string.Join(' ', lines).Replace('\u00A0', ' ').Trim();
    }

    /// <summary>The lines as paragraphs without hard wraps.</summary>
    public string Body(int from, int to, int start = -1) =>
        from >= to ? "" : BodyText.Build(Text, Lines, from, to, start).Replace('\u00A0', ' ').Trim();

    private static ExportText Of(IEnumerable<(string Text, LineRole Role)> paragraphs)
    {
        var roles = new Dictionary<int, LineRole>();
        var text = new System.Text.StringBuilder();
        var line = 0;
        foreach (var (paragraph, role) in paragraphs)
        {
            if (string.IsNullOrWhiteSpace(paragraph))
            {
                continue;
            }

            // Breaks of pages and the like are line ends for the splitter, and would put the roles out of step.
            var clean = paragraph.Trim().ReplaceLineEndings("\n");
            foreach (var _ in clean.AsSpan().EnumerateLines())
            {
                if (role != LineRole.None)
                {
                    roles[line] = role;
                }

                line++;
            }

            text.Append(clean).Append("\n\n");
            line++;
        }

        return new ExportText(text.ToString(), roles.Count == 0 ? null : roles);
    }

    /// <summary>A paragraph: its first line and one past its last.</summary>
    internal readonly record struct Block(int From, int To);
}
