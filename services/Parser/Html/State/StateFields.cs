using Ingest.Parser.Articles;
using Ingest.Parser.Dates;

namespace Ingest.Parser.Html.State;

/// <summary>Date, authors and section that an application's state has beside the headline, for pages whose text comes from there.</summary>
internal static class StateFields
{
    private const int MostScripts = 400;
    private const int MostAbove = 3;

    private static readonly string[] Dates =
    [
        "datePublished", "publishedAt", "published_at", "publishDate", "publish_date", "publicationDate", "publication_date", "publishedDate", "published_date", "publishedOn", "publishTime", "published", "display_date", "displayDate", "first_publish_date",
        "firstPublished", "firstPublishedDate", "firstPublishedAt", "pubDate", "date", "createdAt", "created_at", "created",
    ];

    private static readonly string[] Authors = ["authors", "author", "byline", "credits", "writers", "creator", "by"];
    private static readonly string[] Sections = ["section", "primary_section", "primarySection", "sectionName", "category", "channel", "taxonomy"];
    private static readonly string[] Names = ["name", "title", "displayName", "fullName", "byline", "label"];

    /// <summary>Sets what is missing.</summary>
    public static void Set(ArticleFields fields, IEnumerable<string> scripts, Deadline deadline)
    {
        if (fields.Get("title") is not { Length: > 4 } title)
        {
            return;
        }

        foreach (var script in scripts.Take(MostScripts))
        {
            deadline.Check();
            if (!script.Contains(title.Length > 12 ? title[..12] : title, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var root = StateScanner.Read(script, deadline);
            root = StateReferences.Whole(root, deadline);
            if (Story(root, title, 0, deadline) is { } story)
            {
                fields.Set(DateOf(story), "state:date");
                StatedPeople.Set(fields, NamesIn(story, Authors), "state:author");
                fields.Set("section", NamesIn(story, Sections).FirstOrDefault(name => name.Length < 60), "state:section");
                return;
            }
        }
    }

    /// <summary>The object that has the headline, or one around it, and a date.</summary>
    private static StateNode? Story(StateNode root, string title, int level, Deadline deadline)
    {
        var open = new Stack<StateNode>([root]);
        while (open.TryPop(out var node))
        {
            deadline.Check();
            if (node.Text is { } text)
            {
                if (text.Trim().Equals(title, StringComparison.OrdinalIgnoreCase))
                {
                    var at = node.Parent;
                    for (var step = 0; step < MostAbove && at is { IsList: false }; step++, at = at.Parent)
                    {
                        if (DateOf(at) is not null)
                        {
                            return at;
                        }
                    }
                }
                else if (level == 0 && text.Length > title.Length && text[0] is '{' or '[' && Story(StateScanner.Read(text, deadline), title, 1, deadline) is { } inner)
                {
                    return inner;
                }
            }

            for (var i = node.Children.Count - 1; i >= 0; i--)
            {
                open.Push(node.Children[i]);
            }
        }

        return null;
    }

    private static FoundDate? DateOf(StateNode story)
    {
        foreach (var name in Dates)
        {
            if (story.Member(name)?.Text is { Length: >= 8 and < 40 } text && MachineDate.Read(text) is { IsDay: true, Year: > 1990 and < 2100 } date)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>Names in the members of these names: texts, objects with a name, lists of both.</summary>
    private static List<string> NamesIn(StateNode story, string[] members)
    {
        var names = new List<string>();
        foreach (var member in members)
        {
            if (story.Member(member) is { } found)
            {
                Collect(found, names, 0);
                if (names.Count > 0)
                {
                    break;
                }
            }
        }

        return names;
    }

    private static void Collect(StateNode node, List<string> names, int depth)
    {
        if (depth > 3 || names.Count > 20)
        {
            return;
        }

        if (node.Text is { Length: > 1 and < 80 } text && (depth == 0 || node.Parent is { IsList: true }))
        {
            names.Add(text.Trim());
        }
        else if (!node.IsList && Array.Find(Names, name => node.Member(name)?.Text is { Length: > 1 and < 80 }) is { } named)
        {
            names.Add(node.Member(named)!.Text!.Trim());
        }
        else
        {
            node.Children.ForEach(child => Collect(child, names, depth + 1));
        }
    }
}
