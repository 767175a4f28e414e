using AngleSharp.Html.Parser;
using Ingest.Parser.Html;
using Ingest.Parser.Html.Body;
using Ingest.Parser.Html.Metadata;
using Ingest.Parser.Html.Tree;

namespace Ingest.Parser.Mail;

/// <summary>All that a newsletter shows, in its order: it may be many short items, none of them the article of the page.</summary>
internal static class MailPage
{
    private const int LongestNotice = 400;

    private static readonly string[] Notices =
    [
        "unsubscribe", "view in browser", "view in your browser", "view this email", "view online", "read online", "im browser", "abmelden", "abbestellen", "newsletter abmelden", "désabonner", "désinscri", "dans votre navigateur",
        "darse de baja", "cancelar suscripción", "en el navegador", "cancellati", "nel browser", "manage your preferences", "manage preferences", "update your preferences", "email preferences", "forward to a friend",
        "you are receiving this", "you received this", "you're receiving this", "sie erhalten diese", "vous recevez", "recibes este", "privacy policy", "datenschutzerklärung", "add us to your address book", "uitschrijven", "отписаться",
    ];

    /// <summary>A shorter link is a word of the page's own, such as <c>Read more</c>.</summary>
    private const int LeastHeadline = 14;

    /// <summary>Paragraphs joined by a blank line, and those of them that are a linked headline.</summary>
    public static (string Text, IReadOnlyList<string> Headlines) Read(string html, Deadline deadline)
    {
        using var document = new HtmlParser(new HtmlParserOptions { IsScripting = false, SkipComments = true }).ParseDocument(Nesting.Bound(html));
        deadline.Check();
        var blocks = BlockReader.Read(PageTree.Of(document.DocumentElement, new PageFacts { Language = null }, deadline));
        var shown = blocks.FindAll(block => !IsHidden(block.Node) && !IsNotice(block.Text));
        return (string.Join("\n\n", shown.Select(block => block.Text)), [.. shown.Where(block => block.LinkShare > 0.8 && block.Text.Length >= LeastHeadline).Select(block => block.Text)]);
    }

    /// <summary>The line that mail programs show beside the subject stands in the page unseen.</summary>
    private static bool IsHidden(PageNode? node)
    {
        for (; node is not null; node = node.Parent)
        {
            if ((node.Hints & HintKinds.Hidden) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNotice(string text) => text.Length <= LongestNotice && Array.Exists(Notices, notice => text.Contains(notice, StringComparison.OrdinalIgnoreCase));
}
