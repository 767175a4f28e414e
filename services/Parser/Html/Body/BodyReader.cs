using System.Text;
using Ingest.Parser.Html.Metadata;
using Ingest.Parser.Html.State;
using Ingest.Parser.Html.Tree;

namespace Ingest.Parser.Html.Body;

/// <summary>The article's text: paragraphs, headings, list items and quotations in order, a blank line between them.</summary>
internal static class BodyReader
{
    private const double LeastShare = 0.5;
    private const int FarthestTitle = 25;
    private const int LeastStated = 600;
    private const double LeastOfStated = 0.6;

    /// <summary>A page that shows less may hold its text in a script.</summary>
    private const int LeastText = 500;

    /// <summary>A page that shows less shows no article.</summary>
    private const int LeastShown = 100;

    /// <summary>The text and the rule that found it.</summary>
    public static (string Body, string Rule) Read(PageNode page, List<TextBlock> blocks, string? title, PageFacts facts, Deadline deadline)
    {
        var found = Find(page, blocks, title, gently: false);
        deadline.Check();
        var prose = blocks.Where(block => block.IsProse).Sum(block => block.Text.Length);
        // Names of classes mislead on some pages: what is left is little then, and what elements mean must do.
        if (found.Sum(block => block.Text.Length) < prose * LeastShare)
        {
            var more = Find(page, blocks, title, gently: true);
            found = more.Sum(block => block.Text.Length) > 2 * found.Sum(block => block.Text.Length) ? more : found;
        }

        Edges.Trim(found, title);
        var body = Join(found);
        deadline.Check();
        // Publishers state a teaser there, or all of it: it is taken where it is clearly more than the page shows, never otherwise.
        var stated = facts.Stated?.Body is { } whole && body.Length < whole.Length * LeastOfStated ? whole : null;
        if (stated?.Length > LeastStated)
        {
            return (Paragraphs(stated), "jsonld:articleBody");
        }

        if (Prose.Weight(body) < LeastText && EmbeddedState.Read(facts.Scripts(), title, deadline) is { } state && state.Length > body.Length * 2)
        {
            return (state, "embedded-state");
        }

        // A brief, on a page that shows nothing until its scripts have run.
        return stated is not null && Prose.Weight(body) < LeastShown ? (Paragraphs(stated), "jsonld:articleBody") : (!facts.StatesArticle && Teasers.AreAll(found) ? "" : body, "html:blocks");
    }

    private static List<TextBlock> Find(PageNode page, List<TextBlock> blocks, string? title, bool gently)
    {
        Boilerplate.Drop(page, gently);
        foreach (var block in blocks)
        {
            block.IsDropped = IsInDropped(block.Node);
        }

        var root = ContentRoot.Find(page, blocks);
        var from = blocks.FindIndex(block => !block.IsDropped && root.Holds(block.Node));
        return from < 0 ? [] : [.. Lead(blocks, from, title), .. blocks.Skip(from).Where(block => !block.IsDropped && root.Holds(block.Node))];
    }

    /// <summary>The lead that stands outside of the text, between it and the headline.</summary>
    private static IEnumerable<TextBlock> Lead(List<TextBlock> blocks, int from, string? title)
    {
        for (var i = from - 1; i >= 0 && i >= from - FarthestTitle; i--)
        {
            if (blocks[i].Kind == BlockKind.Heading && blocks[i].Text.Equals(title, StringComparison.OrdinalIgnoreCase))
            {
                return blocks.GetRange(i + 1, from - i - 1).Where(block => block is { IsDropped: false, LinkShare: < 0.3, Text.Length: > 60 } && !VisibleLine.IsAbout(block.Text));
            }
        }

        return [];
    }

    private static bool IsInDropped(PageNode node)
    {
        for (var at = node; at is not null; at = at.Parent)
        {
            if (at.IsDropped)
            {
                return true;
            }
        }

        return false;
    }

    private static string Paragraphs(string stated)
    {
        var lines = (stated.Contains("</", StringComparison.Ordinal) || stated.Contains("<br", StringComparison.OrdinalIgnoreCase) ? PlainValue.WithoutTags(stated) : stated).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Join("\n\n", lines);
    }

    /// <summary>Blocks as a text.</summary>
    public static string Join(List<TextBlock> blocks)
    {
        var text = new StringBuilder();
        TextBlock? before = null;
        foreach (var block in blocks)
        {
            if (before is not null)
            {
                // Items of one list and cells of one row stay together.
                text.Append(block.Kind == before.Kind && block.Kind is BlockKind.ListItem or BlockKind.Cell && Near(block.Node, before.Node) ? "\n" : "\n\n");
            }

            text.Append(block.Text);
            before = block;
        }

        return text.ToString();
    }

    private static bool Near(PageNode node, PageNode other) => node != other && (node.Parent == other.Parent || node.Parent?.Parent == other.Parent?.Parent);
}
