using Ingest.Parser.Articles;
using Ingest.Parser.Html.Body;
using Ingest.Parser.Html.Tree;
using Ingest.Parser.PlainText;

namespace Ingest.Parser.Html.Metadata;

/// <summary>
/// Who wrote it: stated, marked as author or byline, or in a line that begins as a byline does. Full names first: content
/// systems state a user's short name, or the publisher's, where the page shows the author's.
/// </summary>
internal static class PageAuthors
{
    private static readonly string[] Metas =
    [
        "article:author_name", "dc.creator", "dcterms.creator", "dc.creator.personalname", "byl", "byline", "parsely-author", "sailthru.author", "citation_author", "creator", "twitter:data1", "article.author", "cxenseparse:author", "og:article:author",
    ];

    public static void Set(ArticleFields fields, PageFacts facts, StatedArticle? stated, PageNode page, IReadOnlyList<TextBlock> blocks, string? headline, string? site)
    {
        var candidates = Candidates(facts, stated, page, blocks, headline, site).ToList();
        if (candidates.Count == 0)
        {
            return;
        }

        var first = candidates[0];
        var best = first.Names.Exists(IsFull) ? first : candidates.Find(candidate => candidate.Names.Exists(name => IsPerson(name) && (IsFullerThan(name, first.Names[0]) || AuthorName.IsOrganisation(first.Names[0]))));
        best = best.Names is null ? first : best;
        StatedPeople.Set(fields, best.Names, best.Rule);
    }

    /// <summary>The name in the line that ends a text, as newspapers sign: only where nothing else names the author.</summary>
    public static void SetSignature(ArticleFields fields, string body)
    {
        var last = body.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (fields.List("authors").Count > 0 || fields.List("agencies").Count > 0 || last < 200)
        {
            return;
        }

        var line = body[last..].Trim();
        if (AuthorName.LooksLikePerson(line) && Prose.EndsSentence(body.AsSpan(0, last)))
        {
            StatedPeople.Set(fields, [line], "last-line");
            fields.Warn("authors", "taken from the line that ends the text");
        }
    }

    private static IEnumerable<(List<string> Names, string Rule)> Candidates(PageFacts facts, StatedArticle? stated, PageNode page, IReadOnlyList<TextBlock> blocks, string? headline, string? site)
    {
        var lists = new List<(IEnumerable<string> Statements, string Rule)> { (stated?.Authors ?? [], "jsonld:author"), (facts.Authors, "meta:author") };
        lists.AddRange(Metas.Select(name => ((IEnumerable<string>)facts.Metas(name), "meta:" + name)));
        var marked = MarkedAuthors.Of(page);
        lists.AddRange(marked.Select(texts => ((IEnumerable<string>)texts, "byline")));
        lists.AddRange(blocks.Take(80).Where(block => block.Text.Length < 100 && !InMenu(block.Node) && Byline.Read(block.Text) is { Authors.Count: > 0 } or { Agencies.Count: > 0 }).Select(block => ((IEnumerable<string>)[block.Text], "byline")));
        lists.AddRange(blocks.Take(120).Where(block => block.Text.Length < 100).Select(block => AuthorName.Labelled(block.Text)).OfType<string>().Select(name => ((IEnumerable<string>)[name], "byline")));
        lists.AddRange(VisibleAuthors.Labelled(blocks).Select(name => ((IEnumerable<string>)[name], "byline")));
        lists.AddRange(VisibleAuthors.Linked(page).Select(names => (names, "link")));
        lists.AddRange(VisibleAuthors.BesideDates(blocks, headline).Select(name => ((IEnumerable<string>)[name], "byline")));
        foreach (var (statements, rule) in lists)
        {
            var names = statements.Select(statement => AuthorName.Clean(statement, site)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            if (names.Count > 0)
            {
                yield return (names, rule);
            }
        }

        // A house that signs as itself.
        var houses = (stated?.Authors ?? []).Concat(facts.Authors).Concat(Metas.SelectMany(facts.Metas)).Concat(marked.SelectMany(texts => texts).Where(text => text.Equals(site, StringComparison.OrdinalIgnoreCase)));
        if (houses.Select(author => AuthorName.Clean(author, null)).FirstOrDefault(name => name is not null) is { } house)
        {
            yield return ([house], "publisher");
        }
    }

    /// <summary><c>By industry</c> is a heading of a menu.</summary>
    private static bool InMenu(PageNode? node)
    {
        for (; node is not null; node = node.Parent)
        {
            if (node.Name == "nav")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>First and last name, or a script in which names have no space.</summary>
    private static bool IsFull(string name) => name.Contains(' ', StringComparison.Ordinal) && !AuthorName.IsOrganisation(name) || name.Any(c => c > '\u0600');

    /// <summary>A person's name with the other in it as a word: <c>Jane Doe</c> for <c>Jane</c>.</summary>
    private static bool IsFullerThan(string name, string other) =>
        name.Length > other.Length && $" {name} ".Contains($" {other} ", StringComparison.OrdinalIgnoreCase);

    private static bool IsPerson(string name) => AuthorName.LooksLikePerson(name) || name.Any(c => c > '\u0600');
}
