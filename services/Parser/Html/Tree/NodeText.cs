using System.Text;

namespace Ingest.Parser.Html.Tree;

/// <summary>The text of a small part of a page in one line.</summary>
internal static class NodeText
{
    private const int Longest = 2_000;

    public static string Of(PageNode node)
    {
        var text = new StringBuilder();
        Append(node, text);
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Append(PageNode node, StringBuilder text)
    {
        foreach (var child in node.Children)
        {
            if (text.Length > Longest)
            {
                return;
            }

            if (child.IsText)
            {
                text.Append(child.Text);
            }
            else
            {
                var apart = TagSets.Blocks.Contains(child.Name) || child.Name == "br";
                text.Append(apart ? " " : "");
                Append(child, text);
                text.Append(apart ? " " : "");
            }
        }
    }
}
