using Ingest.Parser.Articles;
using Ingest.Parser.Dates;
using Ingest.Parser.Html.Body;
using Ingest.Parser.Html.Tree;

namespace Ingest.Parser.Html.Metadata;

/// <summary>When it was published: stated, in a time element, in the address, or written near the headline.</summary>
internal static class PageDate
{
    private const double MostProse = 0.35;

    private static readonly string[] Published =
    [
        "article:published_time", "og:published_time", "og:article:published_time", "datePublished", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
        "publicationdate", "article.published", "article:published", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.issued",
        "dc.date.created", "dc.created", "citation_publication_date", "citation_date", "originalpublicationdate", "displaydate", "ptime", "date.created", 
        "last-publish-date", "bt:pubdate", "rbpubdate", "article_date_original", "shareaholic:article_published_time", "uploaddate", "vr:published_time", "iso-8601-publish-date", "release_date", "published", "published-date", "published_date", "publisheddate",
    ];

    /// <summary>Some content systems put the day of the last change there.</summary>
    private static readonly string[] Vague = ["date", "dc.date", "dcterms.date", "dcterms.created", "dateCreated", "created", "timestamp"];

    private static readonly string[] Updated =
        ["article:modified_time", "og:updated_time", "dateModified", "lastmod", "last-modified", "modified", "dcterms.modified", "dc.date.modified", "revised", "article:updated"];

    public static void Set(ArticleFields fields, PageFacts facts, StatedArticle? stated, PageNode page, IReadOnlyList<TextBlock> blocks, string? url)
    {
        var times = new List<(PageNode Node, FoundDate Date)>();
        Collect(page, times);
        var address = AddressDate.Read(url);
        if ((Machine(stated?.Published) ?? Machine(facts.Meta("article:published_time").Value)) is { } stamp && LocalDay.Of(stamp, Metas(facts), times, address, VisibleDate.AtHeadline(blocks, fields.Get("title"))) is { } local)
        {
            fields.Set(local.Date, local.Rule);
        }

        fields.Set(BeforeRepublishing(stated, times, blocks, fields.Get("title")), "date");
        fields.Set(Machine(stated?.Published), "jsonld:datePublished");
        foreach (var name in Published)
        {
            fields.Set(Machine(facts.Meta(name).Value), "meta:" + name);
        }

        Set(fields, times, node => !InComments(node) && node.Attributes?.ItemProp is "datePublished" or "dateCreated" || !InComments(node) && node.Attributes?.Class.Contains("published", StringComparison.OrdinalIgnoreCase) == true, "time:published");
        fields.Set(OnlyPublished(times), "time:published");
        fields.Set(address, "url");
        Set(fields, times, node => node.Name == "time" && !InComments(node), "time");
        Set(fields, times, node => node.Name == "time" && InOwnMargin(node), "time");
        if (fields.Get("publishedAt") is not null)
        {
            // What follows reads every line.
            return;
        }

        fields.Set(LabelledDate.Published(blocks), "text:label");
        foreach (var name in Vague)
        {
            fields.Set(Machine(facts.Meta(name).Value), "meta:" + name);
        }

        fields.Set(VisibleDate.BesideHeadline(blocks, fields.Get("title")), "text");
        Set(fields, times, node => !InComments(node), "date");
        fields.Set(VisibleDate.In(facts.Title), "title");
        fields.Set(LabelledDate.Published(blocks, margins: true), "text:label");
        fields.Set(VisibleDate.Find(blocks, fields.Get("title")), "text");
        if (fields.Set(LabelledDate.Changed(blocks), "text:label"))
        {
            fields.Warn("publishedAt", "taken from the date of the last update");
        }

        fields.Set(VisibleDate.Below(blocks), "text");
        fields.Set(fields.Get("publishedAt") is null ? ScriptDate.Find(facts.Scripts()) : null, "script");
        if (fields.Set(Machine(stated?.Modified), "jsonld:dateModified") || Updated.Any(name => fields.Set(Machine(facts.Meta(name).Value), "meta:" + name)))
        {
            fields.Warn("publishedAt", "taken from the date of the last update");
        }
    }

    /// <summary>What the page's own elements say of its publication, with the zone they have.</summary>
    private static IEnumerable<(FoundDate Date, string Rule)> Metas(PageFacts facts) =>
        Published.Concat(Vague).Select(name => (Machine(facts.Meta(name).Value), "meta:" + name)).Where(found => found.Item1 is not null).Select(found => (found.Item1!.Value, found.Item2));

    private static void Set(ArticleFields fields, List<(PageNode Node, FoundDate Date)> times, Func<PageNode, bool> which, string rule)
    {
        if (fields.Get("publishedAt") is null && times.Exists(time => which(time.Node)))
        {
            fields.Set(times.Find(time => which(time.Node)).Date, rule);
        }
    }

    /// <summary>
    /// Site builders state when they last built the site as both the day of publication and of the last change: then an earlier
    /// day that the page shows at the headline is the article's.
    /// </summary>
    private static FoundDate? BeforeRepublishing(StatedArticle? stated, List<(PageNode Node, FoundDate Date)> times, IReadOnlyList<TextBlock> blocks, string? title) =>
        Machine(stated?.Published) is { } published && Machine(stated?.Modified) is { } modified && Day(published) >= Day(modified) &&
        times.FindIndex(time => !InComments(time.Node)) is var at and >= 0 && Day(times[at].Date) < Day(published).AddDays(-1) &&
        VisibleDate.AtHeadline(blocks, title) is { } shown && Day(shown) == Day(times[at].Date)
            ? times[at].Date
            : null;

    private static DateOnly Day(FoundDate date) => new(date.Year, date.Month, date.Day);

    /// <summary>The day that all elements of the page marked as date of publication agree on, wherever they stand: cards of other articles would differ.</summary>
    private static FoundDate? OnlyPublished(List<(PageNode Node, FoundDate Date)> times)
    {
        var marked = times.FindAll(time => time.Node.Attributes?.ItemProp is "datePublished" && !time.Node.Hints.HasFlag(HintKinds.Comments));
        return marked.Count > 0 && marked.TrueForAll(time => time.Date.Value == marked[0].Date.Value) ? marked[0].Date : null;
    }

    private static FoundDate? Machine(string? written) => MachineDate.Read(written) is { IsDay: true } date ? date : null;

    private static void Collect(PageNode node, List<(PageNode Node, FoundDate Date)> found)
    {
        foreach (var child in node.Children)
        {
            if (child.IsText)
            {
                continue;
            }

            // What is in it first: the text around a date may be fused with it.
            var before = found.Count;
            if (child.Name != "time" && before < 50)
            {
                Collect(child, found);
            }

            if (found.Count == before && (child.Name == "time" || (child.Hints.HasFlag(HintKinds.Date) && child.TextLength < 200)) && (Stated(child) ?? VisibleDate.In(NodeText.Of(child))) is { } day)
            {
                found.Add((child, day));
            }
        }
    }

    /// <summary>What an element says in attributes; a title as the hAtom microformat has it.</summary>
    private static FoundDate? Stated(PageNode node) =>
        node.Attributes is { DateTime.Length: > 0 } time ? Machine(time.DateTime)
        : node.Attributes is { Content.Length: > 0 } content ? Machine(content.Content)
        : node is { Name: "abbr", Attributes.Title.Length: > 0 } ? Machine(node.Attributes.Title) : null;

    /// <summary>In readers' comments, or in the margin, where other articles have their dates.</summary>
    public static bool InComments(PageNode node) => Margin(node) is not null;

    /// <summary>In a margin of the article's own element, as lines about it often are.</summary>
    private static bool InOwnMargin(PageNode node)
    {
        for (var at = Margin(node); at is not null && (at.Hints & HintKinds.Comments) == 0; at = at.Parent)
        {
            if (at.Name == "article" || at.Hints.HasFlag(HintKinds.Body))
            {
                return Margin(at) is null;
            }
        }

        return false;
    }

    /// <summary>The nearest element around that is beside the article; what holds much of the page's prose is not, whatever it is called.</summary>
    private static PageNode? Margin(PageNode node)
    {
        var root = node;
        while (root.Parent is { } outer)
        {
            root = outer;
        }

        for (var at = node; at is not null; at = at.Parent)
        {
            if (((at.Hints & (HintKinds.Comments | HintKinds.Margin)) != 0 || at.Name is "aside" or "nav" or "footer") && at.ProseLength <= root.ProseLength * MostProse)
            {
                return at;
            }
        }

        return null;
    }
}
