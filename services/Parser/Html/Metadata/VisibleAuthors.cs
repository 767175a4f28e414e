using Ingest.Parser.Html.Body;
using Ingest.Parser.Html.Tree;

namespace Ingest.Parser.Html.Metadata;

/// <summary>Authors that only the page's look tells: a label before the name, a link to the author's page, a line of date and name.</summary>
internal static class VisibleAuthors
{
    private const int MostBlocks = 2_000;
    private const int LongestLabel = 20;
    private const int LongestLine = 100;
    private const int Nearest = 12;

    private static readonly string[] Segments =
    [
        "author", "authors", "autor", "autoren", "autores", "autori", "auteur", "auteurs", "autore", "redakteur", "journalist", "journalists", "journalistes", "journaliste", "reporter", "reporters", "writer", "writers", "columnist", "contributor",
        "contributors", "profile", "profiles", "profil", "person", "people", "team", "newsteam", "staff", "by", "bio",
    ];

    /// <summary>A label on a line of its own, the name on the next; or a label with a colon anywhere below the text.</summary>
    public static IEnumerable<string> Labelled(IReadOnlyList<TextBlock> blocks)
    {
        for (var i = 0; i < blocks.Count && i < MostBlocks; i++)
        {
            var text = blocks[i].Text;
            if (text.Length > LongestLine || !text.Contains(':', StringComparison.Ordinal) || PageDate.InComments(blocks[i].Node))
            {
                continue;
            }

            var line = text.Length <= LongestLabel && text[^1] == ':' && i + 1 < blocks.Count && blocks[i + 1].Text.Length < LongestLine ? $"{text} {blocks[i + 1].Text}" : text;
            if (AuthorName.Labelled(line) is { } name)
            {
                yield return name;
            }
        }
    }

    /// <summary>Texts of links whose address says that it is a person's page, and has the person's name in it; those of one line together.</summary>
    public static IEnumerable<IEnumerable<string>> Linked(PageNode page)
    {
        var found = new List<(string Name, PageNode Link)>();
        Collect(page, found);
        // Authors of one article stand side by side.
        return found.GroupBy(link => MarkedAuthors.Line(link.Link)).Select(line => line.Select(link => link.Name));
    }

    /// <summary>Lines near the headline that are a date and a name: <c>11.12.2019 - Jane Doe</c>.</summary>
    public static IEnumerable<string> BesideDates(IReadOnlyList<TextBlock> blocks, string? headline)
    {
        var heading = Math.Max(0, VisibleDate.Headline(blocks, headline));
        for (var i = Math.Max(0, heading - Nearest / 2); i < blocks.Count && i < heading + Nearest; i++)
        {
            var text = blocks[i].Text;
            if (text.Length < LongestLine && VisibleDate.Where(text) is var (at, length))
            {
                var (before, after) = (text[..at].Trim(' ', '|', '–', '—', '-', '·', '•', ',', ':'), AfterTime(text[(at + length)..]));
                if (AuthorName.LooksLikePerson(after))
                {
                    yield return after;
                }
                else if (after.Length == 0 && AuthorName.LooksLikePerson(before))
                {
                    yield return before;
                }
            }
        }
    }

    private static string AfterTime(string text)
    {
        var rest = text.Trim(' ', '|', '–', '—', '-', '·', '•', ',', ':');
        foreach (var word in new ReadOnlySpan<string>(["Uhr", "von ", "by ", "par ", "por "]))
        {
            rest = rest.StartsWith(word, StringComparison.Ordinal) ? rest[word.Length..].Trim(' ', '|', '–', '—', '-', '·', '•', ',', ':') : rest;
        }

        return rest;
    }

    private static void Collect(PageNode node, List<(string Name, PageNode Link)> found)
    {
        foreach (var child in node.Children)
        {
            if (child.IsText || found.Count > 5 || child.Name is "nav" or "footer" or "aside" || (child.Hints & (HintKinds.Comments | HintKinds.Margin)) != 0)
            {
                continue;
            }

            if (child is { Name: "a", Attributes.Href.Length: > 0 } && NodeText.Of(child) is { Length: > 4 and < 40 } name && AuthorName.LooksLikePerson(name) && IsPage(child.Attributes.Href, name))
            {
                found.Add((name, child));
            }
            else
            {
                Collect(child, found);
            }
        }
    }

    private static bool IsPage(string address, string name)
    {
        var segments = address.Split('/', '?', '#');
        var person = Array.FindIndex(segments, segment => Array.Exists(Segments, known => segment.Equals(known, StringComparison.OrdinalIgnoreCase)));
        var last = name[(name.LastIndexOf(' ') + 1)..];
        // The end of a name is written alike in addresses; what is before may be spelt without accents.
        return person >= 0 && segments.Skip(person + 1).Any(segment => segment.Contains(last, StringComparison.OrdinalIgnoreCase) || (last.Any(c => c > 127) && segment.Contains('-', StringComparison.Ordinal)));
    }
}
