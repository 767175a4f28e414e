using System.Text.RegularExpressions;
using Ingest.Parser.Xml;

namespace Ingest.Parser.Feeds;

/// <summary>
/// What an export of WordPress (WXR) has beyond a feed: items that are pictures, pages or drafts, authors by their logins, categories beside tags,
/// texts as they were typed, with marks in brackets and blank lines between paragraphs.
/// </summary>
internal sealed partial class WordPressExport
{
    private static readonly string[] NotPosts = ["attachment", "nav_menu_item", "revision", "page", "custom_css", "customize_changeset", "oembed_cache", "wp_block", "wp_template", "wp_template_part", "wp_global_styles", "wp_navigation", "user_request"];
    private static readonly string[] NotPublished = ["draft", "auto-draft", "trash", "pending", "future"];

    private readonly Dictionary<string, string> _authors = new(StringComparer.OrdinalIgnoreCase);

    private WordPressExport(Element channel)
    {
        foreach (var author in channel.Children("author"))
        {
            if (author.Child("author_login")?.Text.Trim() is { Length: > 0 } login && author.Child("author_display_name")?.Text.Trim() is { Length: > 0 } name)
            {
                _authors.TryAdd(login, name);
            }
        }
    }

    /// <summary>Null for any other feed.</summary>
    public static WordPressExport? Of(Element channel) => channel.Child("wxr_version") is null ? null : new WordPressExport(channel);

    /// <summary>Whether the item is a post that was published.</summary>
    public static bool IsPost(Element item) =>
        !NotPosts.Contains(item.Child("post_type")?.Text.Trim() ?? "", StringComparer.OrdinalIgnoreCase) && !NotPublished.Contains(item.Child("status")?.Text.Trim() ?? "", StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of an author that the item gives the login of.</summary>
    public string? Author(Element item) => FeedElements.Line(item, "dc:creator") is { } login ? _authors.GetValueOrDefault(login) : null;

    /// <summary>The category, not a tag.</summary>
    public static string? Category(Element item) =>
        item.Children("category").Where(category => category.Attribute("domain") == "category").Select(category => FeedText.Line(category)).FirstOrDefault(name => name.Length > 0 && !name.Equals("Uncategorized", StringComparison.OrdinalIgnoreCase));

    /// <summary>The text: without pictures and other marks in brackets, a paragraph for each that a blank line parts.</summary>
    public static string? Body(Element item)
    {
        if (FeedElements.Find(item, "content:encoded").FirstOrDefault()?.Text is not { Length: > 0 } written)
        {
            return null;
        }

        var text = Marks().Replace(Captions().Replace(Comments().Replace(written.ReplaceLineEndings("\n"), ""), ""), "");
        return HtmlText.Paragraphs(BlankLines().Replace(text, "<p>"));
    }

    [GeneratedRegex(@"<!--.*?-->", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\[(caption|gallery|audio|video|playlist|embed)\b[^\]\n]{0,600}\][^\[]{0,2000}\[/\1\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Captions();

    [GeneratedRegex(@"\[/?[a-z][a-z0-9_-]{1,40}( [^\]\n]{0,600}=[^\]\n]{0,600})?/?\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\n[ \t]*\n\s*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BlankLines();
}
