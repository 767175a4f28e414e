using Ingest.Contracts;

namespace Ingest.Parser.Tests.Json;

public sealed class Records_in_JSON
{
    private const string Text = "The bridge over the Lind was opened on Thursday, and the mayor cut a ribbon before a small crowd.";

    [Fact]
    public void Of_news_please_have_all_their_fields()
    {
        var article = Parsing.Article($$"""
            {"authors": ["Jane Doe", "John Roe"], "date_download": "2025-02-14 01:00:00", "date_modify": null, "date_publish": "2025-02-13 09:30:00", "description": "A teaser.",
             "filename": "x.json", "image_url": "https://courier.example/b.jpg", "language": "en", "localpath": null, "maintext": "{{Text}}\nIt is the second bridge of the town, and it was paid for by the whole region.",
             "source_domain": "courier.example", "text": null, "title": "Bridge opens", "title_page": null, "title_rss": null, "url": "https://courier.example/bridge"}
            """);

        Assert.Equal(("Bridge opens", "2025-02-13T09:30:00", "courier.example", "https://courier.example/bridge", "https://courier.example/bridge"), (article.Title, article.PublishedAt, article.Source, article.Url, article.Key));
        Assert.Equal(["Jane Doe", "John Roe"], article.Authors);
        Assert.Equal(Text + "\n\nIt is the second bridge of the town, and it was paid for by the whole region.", article.Body);
        Assert.Equal(("json", "column:maintext"), (article.Origin["format"], article.Origin["body"]));
    }

    [Theory]
    [InlineData("""{"title": "Bridge", "author": "Jane Doe", "hostname": "courier.example", "date": "2025-02-13", "fingerprint": "abc", "raw_text": "@@ and more and more", "text": "@@", "source": "https://courier.example/b", "sitename": "Courier", "excerpt": "Teaser.", "categories": "Local;Town"}""", "trafilatura")]
    [InlineData("""{"status": "ok", "totalResults": 1, "articles": [{"source": {"id": "courier", "name": "Courier"}, "author": "Jane Doe", "title": "Bridge", "description": "Teaser.", "url": "https://courier.example/b", "urlToImage": "https://courier.example/b.jpg", "publishedAt": "2025-02-13", "content": "@@"}]}""", "NewsAPI")]
    [InlineData("""{"response": {"status": "ok", "results": [{"id": "b", "sectionName": "Local", "webPublicationDate": "2025-02-13", "webTitle": "Bridge", "webUrl": "https://courier.example/b", "apiUrl": "https://api.courier.example/b", "fields": {"byline": "Jane Doe", "body": "<p>@@</p>", "trailText": "Teaser", "publication": "Courier"}}]}}""", "the Guardian")]
    [InlineData("""{"copyright": "C", "response": {"docs": [{"abstract": "Teaser.", "web_url": "https://courier.example/b", "snippet": "Teaser.", "lead_paragraph": "@@", "source": "Courier", "multimedia": [{"caption": "A bridge", "url": "b.jpg"}], "headline": {"main": "Bridge", "kicker": null}, "pub_date": "2025-02-13", "byline": {"original": "By Jane Doe", "person": [{"firstname": "Jane"}]}, "_id": "nyt://1"}]}}""", "the New York Times")]
    [InlineData("""[{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Bridge", "datePublished": "2025-02-13", "author": [{"@type": "Person", "name": "Jane Doe", "url": "https://courier.example/doe"}], "publisher": {"@type": "Organization", "name": "Courier", "logo": {"url": "https://courier.example/l.png"}}, "articleBody": "@@", "mainEntityOfPage": {"@id": "https://courier.example/b"}, "url": "https://courier.example/b"}]""", "schema.org")]
    [InlineData("""{"posts": [{"uuid": "1", "url": "https://courier.example/b", "author": "Jane Doe", "published": "2025-02-13", "title": "Bridge", "text": "@@", "language": "english", "crawled": "2025-02-15", "thread": {"uuid": "1", "site_full": "Courier", "section_title": "Local", "title": "Bridge"}}]}""", "Webhose")]
    [InlineData("""{"took": 1, "hits": {"total": 1, "hits": [{"_index": "n", "_id": "1", "_source": {"title": "Bridge", "content": "@@", "authors": [{"name": "Jane Doe"}], "published": "2025-02-13", "source": "Courier", "url": "https://courier.example/b"}}]}}""", "Elasticsearch")]
    [InlineData("""[{"id": 7, "date": "2025-02-13", "link": "https://courier.example/b", "title": {"rendered": "Bridge"}, "content": {"rendered": "<p>@@</p>", "protected": false}, "excerpt": {"rendered": "<p>Teaser</p>"}, "author": "Jane Doe", "site_name": "Courier"}]""", "WordPress")]
    [InlineData("""{"title": "Bridge", "authors": ["Jane Doe"], "publishing_date": "2025-02-13", "body": {"summary": [], "sections": [{"headline": [], "paragraphs": ["@@"]}]}, "publisher": "Courier", "url": "https://courier.example/b", "topics": ["Bridges"]}""", "fundus")]
    [InlineData("""{"title": {"0": "Bridge", "1": "Budget"}, "text": {"0": "@@", "1": "@@"}, "date": {"0": "2025-02-13", "1": "2025-02-14"}, "author": {"0": "Jane Doe", "1": null}, "publication": {"0": "Courier", "1": "Courier"}, "url": {"0": "https://courier.example/b", "1": "https://courier.example/c"}}""", "a data frame")]
    public void Are_read_by_the_names_of(string json, string origin)
    {
        var article = Parsing.Articles(json.Replace("@@", Text, StringComparison.Ordinal))[0];

        Assert.True(("Bridge", Text, "2025-02-13", "Courier", "https://courier.example/b") == (article.Title, article.Body, article.PublishedAt, article.Source, article.Url), $"{origin}: {article}");
        Assert.Equal(["Jane Doe"], article.Authors);
    }

    [Fact]
    public void That_a_service_cut_off_lose_its_mark_and_get_a_warning()
    {
        var article = Parsing.Article($$"""[{"title": "Bridge", "publishedAt": "2025-02-13", "content": "{{Text}}… [+1234 chars]"}]""");

        Assert.Equal(Text, article.Body);
        Assert.Contains("body: cut off by where it came from", article.Warnings);
    }

    [Fact]
    public void Under_their_identifiers_are_articles_each() =>
        Assert.Equal(2, Parsing.Articles($$$"""{"a1": {"title": "Bridge", "text": "{{{Text}}}"}, "a2": {"title": "Budget", "text": "{{{Text}}}"}}""").Count);

    [Fact]
    public void With_comments_inside_are_not_taken_for_their_comments() =>
        Assert.Equal("Bridge", Parsing.Article($$"""{"title": "Bridge", "text": "{{Text}}", "comments": [{"title": "No", "text": "{{Text}} {{Text}}", "date": "2025-02-13"}, {"title": "Yes", "text": "{{Text}} {{Text}}", "date": "2025-02-14"}]}""").Title);

    [Theory]
    [InlineData("""{"name": "bridge", "version": "1.0.0", "description": "A library for bridges and nothing else at all.", "scripts": {"build": "make"}}""", "version")]
    [InlineData("""{"title": "Bridge"}""", "title")]
    [InlineData("""[{"lat": 1.5, "lon": 2.5}, {"lat": 1.5, "lon": 2.5}]""", "lat")]
    public void That_are_no_articles_are_rejected_with_their_keys(string json, string key)
    {
        var rejection = Parsing.Rejection(json);

        Assert.Equal(RejectionReasons.NoArticle, rejection.Reason);
        Assert.Contains("JSON", rejection.Detail, StringComparison.Ordinal);
        Assert.Contains(key, rejection.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Whose_list_breaks_off_are_read_up_to_there()
    {
        var articles = Parsing.Articles($$"""{"articles": [{"title": "Bridge", "text": "{{Text}}"}, {"title": "Budget", "text": "{{Text}}"}, {"title": "Har""");

        Assert.Equal(["Bridge", "Budget"], articles.Select(article => article.Title));
        Assert.Contains("file: the JSON data is cut off", articles[0].Warnings);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(79)]
    public void With_endless_names_of_keys_are_read_by_the_other_keys(int letters)
    {
        var name = new string('x', letters) + string.Concat(Enumerable.Repeat("😀", 200));

        Assert.Equal("Bridge", Parsing.Article($$"""[{"title": "Bridge", "text": "{{Text}}", "{{name}}": "y"}]""").Title);
    }

    [Fact]
    public void In_a_list_with_an_object_a_line_are_all_read_but_the_broken_one()
    {
        static string Record(int i) => $"{{\"title\": \"Bridge {i}\", \"text\": \"The council met on Tuesday and decided to build bridge {i} over the river.\"}}";

        var whole = Parsing.Articles($"[{string.Join(",\n", Enumerable.Range(1, 6).Select(Record))}]\n");
        var broken = Parsing.Articles($"[{Record(1)},\n{Record(2)},\n{{\"title\": \"Bridge 3\n{Record(4)},\n{Record(5)},\n{Record(6)}]\n");
        var cutOff = Parsing.Articles($"[{string.Join(",\n", Enumerable.Range(1, 6).Select(Record))}");

        Assert.Equal(Enumerable.Range(1, 6).Select(i => $"Bridge {i}"), whole.Select(article => article.Title));
        Assert.Equal(new[] { 1, 2, 4, 5, 6 }.Select(i => $"Bridge {i}"), broken.Select(article => article.Title));
        Assert.Equal(Enumerable.Range(1, 6).Select(i => $"Bridge {i}"), cutOff.Select(article => article.Title));
        Assert.Equal(("json", "json-lines"), (whole[0].Origin["format"], broken[0].Origin["format"]));
        Assert.Contains("file: 1 lines are broken JSON and were left out", broken[0].Warnings);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("[\n", "\n]\n")]
    [InlineData("{\"data\":[", "]}")]
    [InlineData("{\"status\": \"ok\", \"articles\": [", "], \"total\": 9}\n")]
    [InlineData("", "")]
    public void On_a_line_each_are_all_read_whatever_stands_around_them(string before, string after)
    {
        var records = Enumerable.Range(1, 9).Select(i => $"{{\"id\": \"k{i}\", \"title\": \"Bridge {i}\", \"text\": \"The council met on Tuesday and decided to build bridge {i} over the river.\"}}");

        var articles = Parsing.Articles(before + string.Join(before.Length == 0 ? "\n" : ",\n", records) + after);

        Assert.Equal(Enumerable.Range(1, 9).Select(i => ($"k{i}", $"Bridge {i}")), articles.Select(article => (article.Key, article.Title)));
        Assert.All(articles, article => Assert.DoesNotContain(article.Warnings, warning => warning.StartsWith("file:", StringComparison.Ordinal)));
    }
}
