using AngleSharp.Html.Parser;
using Ingest.Parser.Html.Body;
using Ingest.Parser.Html.Metadata;
using Ingest.Parser.Html.Tree;

namespace Ingest.Parser.Html.State;

/// <summary>
/// The text of pages that only a script would show: it lies in the application's state, as one string of HTML or as a list of
/// paragraphs. What is taken is the longest text, and one with the page's headline beside it before others.
/// </summary>
internal static class EmbeddedState
{
    private const int LeastMarkup = 400;

    /// <summary>Text shorter than this is no article but a description of one.</summary>
    private const int LeastText = 500;

    private const int MostScripts = 400;
    private const int MostNested = 3;

    private static readonly string[] BodyNames = ["body", "content", "html", "text", "blocks", "story", "paragraphs", "elements", "components", "rendered", "children", "article"];
    private static readonly string[] OtherNames = ["description", "summary", "excerpt", "comment", "bio", "privacy", "terms", "consent", "cookie", "related", "teaser", "translation", "caption", "footer", "legal"];

    public static string? Read(IEnumerable<string> scripts, string? title, Deadline deadline)
    {
        var found = new List<(double Worth, string Text, bool IsMarkup)>();
        var rows = new List<string>();
        foreach (var script in scripts.Take(MostScripts))
        {
            deadline.Check();
            // Angular writes quotes so, that the text may stand in a page.
            var code = script.Contains("&q;", StringComparison.Ordinal) ? script.Replace("&q;", "\"", StringComparison.Ordinal).Replace("&l;", "<", StringComparison.Ordinal).Replace("&g;", ">", StringComparison.Ordinal).Replace("&a;", "&", StringComparison.Ordinal) : script;
            var root = StateScanner.Read(code, deadline);
            rows.AddRange(FlightRows.Pieces(code, root));
            Visit(StateReferences.Whole(root, deadline), title, found, 0, deadline);
        }

        if (rows.Count > 0)
        {
            Visit(FlightRows.Read(string.Concat(rows), deadline), title, found, 0, deadline);
        }

        foreach (var (_, text, isMarkup) in found.OrderByDescending(candidate => candidate.Worth).Take(3))
        {
            if ((isMarkup ? OfMarkup(text, deadline) : text) is { Length: >= LeastText } body)
            {
                return body;
            }
        }

        return null;
    }

    private static void Visit(StateNode root, string? title, List<(double Worth, string Text, bool IsMarkup)> found, int level, Deadline deadline)
    {
        var open = new Stack<StateNode>([root]);
        while (open.TryPop(out var node))
        {
            deadline.Check();
            node.Children.ForEach(open.Push);
            if (node.Text is { Length: >= LeastMarkup } text)
            {
                if (text[0] is '{' or '[' && level < MostNested)
                {
                    Visit(StateScanner.Read(text, deadline), title, found, level + 1, deadline);
                }
                else if (text.Contains("<p", StringComparison.OrdinalIgnoreCase) || text.Contains("<br", StringComparison.OrdinalIgnoreCase))
                {
                    found.Add((PlainValue.WithoutTags(text).Length * Weight(node, title), text, true));
                }
                else if (StateText.IsText(text) && text.Contains("\n\n", StringComparison.Ordinal) && text.AsSpan().IndexOfAny("{}") < 0)
                {
                    found.Add((text.Length * Weight(node, title), string.Join("\n\n", text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)), false));
                }
            }
            else if (node.IsList && node != root && node.Children.Count > 1)
            {
                OfList(node, title, found);
            }
        }
    }

    private static void OfList(StateNode list, string? title, List<(double Worth, string Text, bool IsMarkup)> found)
    {
        var paragraphs = StateText.Paragraphs(list);
        int prose = 0, count = 0, all = 0;
        foreach (var paragraph in paragraphs)
        {
            all += paragraph.Length;
            (prose, count) = StateText.IsText(paragraph) ? (prose + paragraph.Length, count + 1) : (prose, count);
        }

        if (count > 1 && prose >= LeastText && prose * 10 >= all * 7)
        {
            found.Add((prose * Weight(list, title), string.Join("\n\n", paragraphs), false));
        }
    }

    /// <summary>By its own name and those around it, and by the headline near it.</summary>
    private static double Weight(StateNode node, string? title)
    {
        var weight = 1.0;
        var at = node;
        for (var step = 0; step < 5 && at is not null; step++, at = at.Parent)
        {
            weight *= step == 0 && Array.Exists(BodyNames, name => at.Key.Contains(name, StringComparison.OrdinalIgnoreCase)) ? 1.3 : 1;
            weight *= step < 4 && Array.Exists(OtherNames, name => at.Key.Contains(name, StringComparison.OrdinalIgnoreCase)) ? 0.2 : 1;
            if (title is { Length: > 5 } && at.Children.Exists(child => child.Text?.Trim().Equals(title, StringComparison.OrdinalIgnoreCase) == true))
            {
                return weight * 2.5;
            }
        }

        return weight;
    }

    private static string OfMarkup(string markup, Deadline deadline)
    {
        using var document = new HtmlParser().ParseDocument(Nesting.Bound(markup));
        var blocks = BlockReader.Read(PageTree.Of(document.DocumentElement, new PageFacts(), deadline));
        blocks.RemoveAll(block => block.Kind == BlockKind.Caption || Labels.IsNotice(block));
        return BodyReader.Join(blocks);
    }
}
