using AngleSharp.Html.Parser;
using Ingest.Parser.Articles;
using Ingest.Parser.Exports;
using Ingest.Parser.Html.Body;
using Ingest.Parser.Html.Metadata;
using Ingest.Parser.Html.State;
using Ingest.Parser.Html.Tree;
using Ingest.Parser.Language;
using Ingest.Parser.PlainText;

namespace Ingest.Parser.Html;

/// <summary>Reads the article of an HTML page. The page's scripts are never run and nothing is ever loaded.</summary>
internal static class HtmlReader
{
    private const string None = "The HTML page has no article in it: no running text, as in a list of links, an empty shell or a page that asks to prove one is human.";

    // Only the tokenizer and the tree builder: no browsing context, so no loader and no scripting.
    private static readonly HtmlParserOptions Options = new() { IsScripting = false, SkipComments = true };

    public static ParseOutcome Read(string html, ArticleList articles, Deadline deadline)
    {
        using var document = new HtmlParser(Options).ParseDocument(Nesting.Bound(html));
        deadline.Check();
        var facts = new PageFacts { Language = document.DocumentElement.GetAttribute("lang") };
        var page = PageTree.Of(document.DocumentElement, facts, deadline);
        var stated = facts.Stated = JsonLd.Read(facts.LinkedData);
        deadline.Check();

        var fields = new ArticleFields();
        SetPublication(fields, facts, stated);
        fields.Set("url", fields.Get("url") is null ? Absolute(PageOrigin.Stated(html)) : null, "comment:saved-from");
        var blocks = BlockReader.Read(page);
        if (DatabaseExports.Read(blocks, articles, deadline) is { } exported)
        {
            return exported;
        }

        PageTitle.Set(fields, facts, stated, page, fields.Get("source"));
        PageDate.Set(fields, facts, stated, page, blocks, fields.Get("url"));
        PageAuthors.Set(fields, facts, stated, page, blocks, fields.Get("title"), fields.Get("source"));
        deadline.Check();

        var (body, rule) = BodyReader.Read(page, blocks, fields.Get("title"), facts, deadline);
        if (!PageKinds.IsArticle(body, fields.Get("title"), facts.StatesArticle, body.Length / (double)Math.Max(1, page.TextLength)))
        {
            return articles.Finish(None);
        }

        fields.Set("body", body, rule);
        if (rule == "embedded-state")
        {
            StateFields.Set(fields, facts.Scripts(), deadline);
        }

        PageAuthors.SetSignature(fields, body);
        if (Dateline.Read(body) is { } line)
        {
            fields.Set("dateline", line.Text, "first-paragraph");
            fields.Set("agencies", line.Agencies, "dateline");
        }

        articles.Add(fields, null, "html");
        return articles.Finish(None);
    }

    private static void SetPublication(ArticleFields fields, PageFacts facts, StatedArticle? stated)
    {
        fields.Set("url", Absolute(facts.Canonical), "link:canonical");
        fields.Set("url", Absolute(facts.Meta("og:url").Value), "opengraph:url");
        fields.Set("url", Absolute(stated?.Url), "jsonld:url");
        fields.Set("source", facts.Meta("og:site_name").Value, "opengraph:site_name");
        fields.Set("source", stated?.Publisher, "jsonld:publisher");
        var (name, meta) = facts.Meta("application-name", "dc.publisher", "publisher", "copyright");
        fields.Set("source", name is { Length: < 80 } ? name : null, "meta:" + meta);
        fields.Set("section", facts.Meta("article:section").Value, "opengraph:section");
        fields.Set("section", stated?.Section, "jsonld:articleSection");
        fields.Set("language", LanguageCode.Of(facts.Language), "html:lang");
        fields.Set("language", LanguageCode.Of(stated?.Language), "jsonld:inLanguage");
        fields.Set("language", LanguageCode.Of(facts.Meta("og:locale", "content-language", "dc.language", "language").Value), "meta:language");
    }

    private static string? Absolute(string? url)
    {
        var live = PageOrigin.Live(url);
        return Uri.TryCreate(live, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? live : null;
    }
}
