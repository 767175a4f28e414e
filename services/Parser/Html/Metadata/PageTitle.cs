using Ingest.Parser.Articles;
using Ingest.Parser.Html.Tree;

namespace Ingest.Parser.Html.Metadata;

/// <summary>The headline: stated, or the heading that the page's title begins with, without the site's name.</summary>
internal static class PageTitle
{
    private static readonly string[] Separators = [" | ", " – ", " — ", " - ", " :: ", " » ", " « ", " · ", " • ", " / ", " < ", " > ", " ~ ", " : ", " │ ", "|", " – "];

    private const int LeastBehind = 12;

    public static void Set(ArticleFields fields, PageFacts facts, StatedArticle? stated, PageNode page, string? site)
    {
        var found = new List<(int Order, string Text)>();
        Collect(page, found);
        var headings = Foremost(found);
        var title = PlainValue.Of(facts.Title ?? "");
        var (social, name) = facts.Meta("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title");
        var shared = PlainValue.Of(social ?? "");
        var headline = stated?.Headline ?? "";
        // The heading on the page is what its readers saw; the page's title vouches that it is the article's.
        if (headings.Find(heading => heading.Length > 3 && (Begins(title, heading) || Begins(shared, heading) || Begins(headline, heading))) is { } vouched)
        {
            fields.Set("title", Behind(title, vouched, found) ?? vouched, "heading");
            return;
        }

        // What is stated may be written for search engines; the only heading is what readers saw, when it says the same in other words.
        var declared = stated is { Rank: > 1 } ? stated.Headline : null;
        var elsewhere = declared ?? (social is null ? title : shared);
        fields.Set("title", headings.Count == 1 && Wording.IsAlike(headings[0], elsewhere) ? headings[0] : null, "heading");
        fields.Set("title", declared, "jsonld:headline");
        fields.Set("title", social is null ? null : WithoutSite(shared, site), name.StartsWith("og:", StringComparison.Ordinal) ? "opengraph:title" : "meta:" + name);
        fields.Set("title", headings.Count == 1 && headings[0].Length > 15 ? headings[0] : null, "heading");
        fields.Set("title", WithoutSite(title, site), "title");
        fields.Set("title", headings.Count > 0 ? headings[0] : null, "heading");
    }

    /// <summary>The heading behind a colon, where a page's title begins with the name of its site, and that is a heading too: <c>Site: Headline</c>.</summary>
    private static string? Behind(string title, string heading, List<(int Order, string Text)> headings)
    {
        var rest = title.StartsWith(heading + ": ", StringComparison.Ordinal) ? title[(heading.Length + 2)..].Trim() : "";
        return rest.Length > LeastBehind ? headings.Find(other => other.Text != heading && rest.StartsWith(other.Text, StringComparison.OrdinalIgnoreCase)).Text : null;
    }

    /// <summary>Headings of the first level, or of the second where there are none; those that say they are the headline first.</summary>
    private static List<string> Foremost(List<(int Order, string Text)> found)
    {
        var first = found.Where(heading => heading.Order < 3).OrderBy(heading => heading.Order).Select(heading => heading.Text).Distinct().Take(6).ToList();
        return first.Count > 0 ? first : [.. found.Where(heading => heading.Order == 3).Select(heading => heading.Text).Take(2)];
    }

    /// <summary>Without the site's name before or after a divider.</summary>
    public static string WithoutSite(string title, string? site)
    {
        foreach (var separator in Separators)
        {
            var last = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (last <= 0)
            {
                continue;
            }

            var (head, tail) = (title[..last].Trim(), title[(last + separator.Length)..].Trim());
            if (site is not null && Same(tail, site))
            {
                return head;
            }

            var first = title.IndexOf(separator, StringComparison.Ordinal);
            if (site is not null && Same(title[..first], site))
            {
                return title[(first + separator.Length)..].Trim();
            }

            // A name is short against a headline.
            if (separator is not (" : " or " / ") && Words(tail) <= 5 && (Words(head) >= 3 || IsDomain(tail)) && (tail.Length < head.Length || separator.Contains('|', StringComparison.Ordinal)))
            {
                return WithoutSite(head, site);
            }
        }

        return title;
    }

    private static void Collect(PageNode node, List<(int Order, string Text)> found)
    {
        foreach (var child in node.Children)
        {
            if (child.IsText)
            {
                continue;
            }

            if (child.Name is "h1" or "h2" or "h3" && found.Count < 60)
            {
                var text = NodeText.Of(child);
                if (text.Length is > 0 and < 400)
                {
                    var said = child.Hints.HasFlag(HintKinds.Title);
                    found.Add((child.Name switch { "h1" => said ? 0 : 1, "h2" => said ? 2 : 3, _ => 4 }, text));
                }
            }
            else
            {
                Collect(child, found);
            }
        }
    }

    private static bool Begins(string title, string heading) =>
        heading.Length <= title.Length && Letters(title).StartsWith(Letters(heading), StringComparison.OrdinalIgnoreCase);

    private static bool Same(string one, string other) => Letters(one).Equals(Letters(other), StringComparison.OrdinalIgnoreCase);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static bool IsDomain(string name) => !name.Contains(' ', StringComparison.Ordinal) && name.LastIndexOf('.') is var dot and > 1 && name.Length - dot is 3 or 4 && name.AsSpan(dot + 1).IndexOfAnyExceptInRange('a', 'z') < 0;

    private static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
