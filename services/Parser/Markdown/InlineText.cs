using System.Text;
using Markdig.Syntax.Inlines;

namespace Ingest.Parser.Markdown;

/// <summary>The words of a paragraph without its marks, in one line.</summary>
internal static class InlineText
{
    public static string Of(ContainerInline? paragraph)
    {
        var text = new StringBuilder();
        var inline = paragraph?.FirstChild;
        while (inline is not null)
        {
            Append(text, inline);
            inline = Next(inline, paragraph!);
        }

        return string.Join(' ', text.ToString().Split((char[])[' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Append(StringBuilder text, Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                text.Append(code.Content);
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case AutolinkInline link:
                text.Append(link.Url);
                break;
            case LineBreakInline or HtmlInline { Tag: "<br>" or "<br/>" or "<br />" }:
                text.Append(' ');
                break;
        }
    }

    /// <summary>The next one in the order of the text. Not by recursion: marks in a row nest in each other, ten thousands deep.</summary>
    private static Inline? Next(Inline inline, ContainerInline paragraph)
    {
        if (inline is ContainerInline { FirstChild: { } child } and not LinkInline { IsImage: true })
        {
            return child;
        }

        while (inline.NextSibling is null)
        {
            if (inline.Parent is not { } parent || parent == paragraph)
            {
                return null;
            }

            inline = parent;
        }

        return inline.NextSibling;
    }
}
