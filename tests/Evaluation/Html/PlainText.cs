using System.Text;
using AngleSharp.Dom;

namespace Ingest.Evaluation.Html;

/// <summary>The text of HTML with a separator at each element, or words of neighbouring blocks fuse.</summary>
internal static class PlainText
{
    private static readonly HashSet<string> Inline = ["a", "b", "i", "em", "strong", "span", "u", "s", "sub", "sup", "code", "small", "mark", "abbr", "q", "cite", "font", "time"];

    public static string Of(IElement root)
    {
        var text = new StringBuilder();
        Append(root, text);
        return text.ToString();
    }

    private static void Append(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText characters)
            {
                text.Append(characters.Data);
            }
            else if (child is IElement element)
            {
                var block = !Inline.Contains(element.LocalName);
                text.Append(block ? "\n" : "");
                Append(element, text);
                text.Append(block ? "\n" : "");
            }
        }
    }
}
