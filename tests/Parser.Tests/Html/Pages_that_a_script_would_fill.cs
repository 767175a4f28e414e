using System.Text.Json;
using static Ingest.Parser.Tests.Html.Harbour;

namespace Ingest.Parser.Tests.Html;

public sealed class Pages_that_a_script_would_fill
{
    private static readonly string Markup = string.Concat(Paragraphs.Select(paragraph => $"<p>{paragraph}</p>"));

    private static string Json(object value) => JsonSerializer.Serialize(value);

    private static Contracts.Article Read(string script) => Parsing.Article($"<!DOCTYPE html><html lang=\"en\"><head><title>Harbour reopens</title></head><body><div id=\"root\"></div>{script}</body></html>");

    private static void AssertRead(string script, string date = "2025-03-04T09:30:00Z")
    {
        var article = Read(script);

        Assert.Equal(("Harbour reopens", Body, date), (article.Title, article.Body, article.PublishedAt));
    }

    [Fact]
    public void By_Next_have_blocks_in_the_data_of_the_page() =>
        AssertRead($"<script id=\"__NEXT_DATA__\" type=\"application/json\">{Json(new { props = new { pageProps = new { article = new { headline = "Harbour reopens", publishedAt = "2025-03-04T09:30:00Z", body = Paragraphs.Select(text => new { type = "paragraph", text }) }, related = new[] { new { headline = "Other story", summary = "Something else happened far away." } } } } })}</script>");

    [Fact]
    public void By_Next_have_elements_in_rows_that_scripts_push()
    {
        var rows = "1:\"$Sreact.fragment\"\n0:" + Json(new object?[] { "$", "article", null, new { children = Paragraphs.Select(text => new object?[] { "$", "p", null, new { children = text } }) } }) + "\n";

        Assert.Equal(Body, Read("<script>(self.__next_f=self.__next_f||[]).push([0])</script>" + string.Concat(rows.Chunk(400).Select(piece => $"<script>self.__next_f.push([1,{Json(new string(piece))}])</script>"))).Body);
    }

    [Fact]
    public void By_Nuxt_have_a_function_or_a_flat_list()
    {
        AssertRead($"<script>window.__NUXT__=(function(a,b){{return {{layout:\"default\",data:[{{article:{{title:\"Harbour reopens\",publishDate:\"2025-03-04T09:30:00Z\",body:{Json(Markup)},author:a,paid:b}}}}],error:null}}}}(\"Ada Quill\",false));</script>");
        AssertRead($"<script type=\"application/json\" id=\"__NUXT_DATA__\">{Json(new object[] { new object[] { "Reactive", 1 }, new { data = 2 }, new object[] { "ShallowReactive", 3 }, new { article = 4 }, new { title = 5, body = 6, date = 7 }, "Harbour reopens", Markup, "2025-03-04T09:30:00Z" })}</script>");
    }

    [Fact]
    public void By_Apollo_have_objects_that_refer_to_each_other()
    {
        var state = new Dictionary<string, object>
        {
            ["ROOT_QUERY"] = new Dictionary<string, object> { ["article({\"id\":1})"] = new { __ref = "Article:1" } },
            ["Article:1"] = new { __typename = "Article", headline = "Harbour reopens", firstPublished = "2025-03-04T09:30:00Z", body = new { content = Enumerable.Range(0, 4).Select(i => new { __ref = $"Paragraph:{i}" }) } },
        };
        for (var i = 0; i < 4; i++)
        {
            state[$"Paragraph:{i}"] = new { __typename = "ParagraphBlock", text = Paragraphs[i] };
        }

        AssertRead($"<script>window.__APOLLO_STATE__={Json(state)};</script>");
    }

    [Fact]
    public void By_Apollo_in_a_circle_end() =>
        Assert.NotNull(Parsing.Outcome(System.Text.Encoding.UTF8.GetBytes($"<html><body><script>window.__APOLLO_STATE__={{\"A:1\":{{\"title\":\"Harbour\",\"next\":{{\"__ref\":\"A:2\"}},\"all\":[{{\"__ref\":\"A:1\"}},{{\"__ref\":\"A:2\"}}]}},\"A:2\":{{\"text\":{Json(Body)},\"next\":{{\"__ref\":\"A:1\"}},\"all\":[{{\"__ref\":\"A:1\"}},{{\"__ref\":\"A:2\"}}]}}}};</script></body></html>")));

    [Fact]
    public void By_Redux_have_the_state_as_a_text_within_a_text() =>
        AssertRead($"<script>window.__PRELOADED_STATE__ = JSON.parse({Json(Json(new { articles = new { byId = new Dictionary<string, object> { ["7"] = new { title = "Harbour reopens", published = "2025-03-04", paragraphs = Paragraphs } } } }))});</script>", "2025-03-04");

    [Fact]
    public void By_Gatsby_Remix_and_SvelteKit_have_markup()
    {
        AssertRead($"<script>window.___pageData={Json(new { result = new { data = new { wpPost = new { title = "Harbour reopens", date = "2025-03-04T09:30:00", content = Markup } } } })}</script>", "2025-03-04T09:30:00");
        AssertRead($"<script>window.__remixContext = {Json(new { state = new { loaderData = new { route = new { article = new { title = "Harbour reopens", publishedAt = "2025-03-04", bodyHtml = Markup } } } } })};</script>", "2025-03-04");
        AssertRead($"<script type=\"application/json\" data-sveltekit-fetched>{Json(new { status = 200, body = Json(new { title = "Harbour reopens", published_at = "2025-03-04", content_html = Markup }) })}</script>", "2025-03-04");
    }

    [Fact]
    public void By_Fusion_have_date_author_and_section_beside_the_headline()
    {
        var article = Read($"<script id=\"fusion-metadata\">window.Fusion=window.Fusion||{{}};Fusion.contextPath=\"/pf\";Fusion.globalContent={Json(new { type = "story", headlines = new { basic = "Harbour reopens" }, display_date = "2025-03-04T08:30:00Z", credits = new { by = new[] { new { type = "author", name = "Ada Quill" } } }, content_elements = Paragraphs.Select(content => new { type = "text", content }), taxonomy = new { primary_section = new { name = "Local" } } })};Fusion.globalContentConfig={{}};</script>");

        Assert.Equal((Body, "2025-03-04T08:30:00Z", "Local"), (article.Body, article.PublishedAt, article.Section));
        Assert.Equal(["Ada Quill"], article.Authors);
    }

    [Fact]
    public void With_linked_data_only_have_it_all_there()
    {
        var article = Read($"<script type=\"application/ld+json\">{Json(new Dictionary<string, object> { ["@context"] = "https://schema.org", ["@type"] = "NewsArticle", ["headline"] = "Harbour reopens", ["datePublished"] = "2025-03-04T09:30:00+01:00", ["author"] = new[] { new { name = "Ada Quill" } }, ["articleBody"] = Body })}</script>");

        Assert.Equal(Body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), article.Body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal("2025-03-04T09:30:00+01:00", article.PublishedAt);
        Assert.Equal(["Ada Quill"], article.Authors);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\n\n")]
    [InlineData("<br>")]
    [InlineData("</p><p>")]
    public void And_state_a_brief_for_search_engines_keep_its_paragraphs(string between)
    {
        var brief = Paragraphs.Take(2).Select(text => text[..Math.Min(text.Length, 180)]).ToArray();

        var article = Read($"<script type=\"application/ld+json\">{Json(new Dictionary<string, object> { ["@type"] = "NewsArticle", ["headline"] = "Harbour reopens", ["datePublished"] = "2025-03-04T09:30:00Z", ["articleBody"] = string.Join(between, brief) })}</script>");

        Assert.Equal(("Harbour reopens", string.Join("\n\n", brief), "jsonld:articleBody"), (article.Title, article.Body, article.Origin["body"]));
    }
}
