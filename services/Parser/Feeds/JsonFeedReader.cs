using System.Text.Json;
using Ingest.Parser.Articles;
using Ingest.Parser.Dates;
using Ingest.Parser.Json;
using Ingest.Parser.Language;
using Ingest.Parser.Xml;

namespace Ingest.Parser.Feeds;

/// <summary>Reads JSON Feed 1.0 and 1.1.</summary>
internal static class JsonFeedReader
{
    /// <summary>Null when the data is no feed.</summary>
    public static Feed? Read(JsonElement root, Deadline deadline)
    {
        var version = root.Text("version") ?? "";
        if (!version.Contains("jsonfeed.org", StringComparison.OrdinalIgnoreCase) || root.Property("items") is not { ValueKind: JsonValueKind.Array } list)
        {
            return null;
        }

        var (title, page, language) = (root.Text("title"), root.Text("home_page_url") ?? root.Text("feed_url"), LanguageCode.Of(root.Text("language")));
        var items = new List<FeedItem>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray())
        {
            deadline.Check();
            if (item.ValueKind == JsonValueKind.Object)
            {
                items.Add(Item(item, root, title, page, language));
            }
        }

        return new Feed("json-feed-" + (version.EndsWith("/1", StringComparison.Ordinal) ? "1.0" : version[(version.LastIndexOf('/') + 1)..]), title, page, language, items);
    }

    private static FeedItem Item(JsonElement item, JsonElement root, string? feedTitle, string? page, string? language)
    {
        var fields = new ArticleFields();
        fields.Set("title", HtmlText.Line(item.Text("title") ?? ""), "json-feed:title");
        fields.Set("body", HtmlText.Paragraphs(item.Text("content_html") ?? ""), "json-feed:content_html");
        fields.Set("body", HtmlText.PlainParagraphs(item.Text("content_text") ?? ""), "json-feed:content_text");
        fields.Set("body", HtmlText.ParagraphsOfAny(item.Text("summary") ?? ""), "json-feed:summary");
        foreach (var name in new[] { "url", "external_url" })
        {
            if (item.Text(name) is { } url)
            {
                fields.Set("url", Uri.TryCreate(page, UriKind.Absolute, out var start) && Uri.TryCreate(start, url, out var whole) && !FeedAddress.IsAbsolute(url, out _) ? whole.ToString() : url, "json-feed:" + name);
            }
        }

        Dates(fields, item);
        _ = StatedPeople.Set(fields, Names(item), "json-feed:authors") || StatedPeople.Set(fields, Names(root), "json-feed:feed/authors");
        fields.Set("source", feedTitle, "feed:title");
        fields.Set("section", item.Property("tags") is { } tags ? tags.Strings().FirstOrDefault() : null, "json-feed:tags");
        fields.Set("language", LanguageCode.Of(item.Text("language")) ?? language, "feed:language");
        return new FeedItem(item.Text("id") ?? fields.Get("url"), fields);
    }

    private static void Dates(ArticleFields fields, JsonElement item)
    {
        if (!fields.Set(MachineDate.Read(item.Text("date_published")), "json-feed:date_published") && fields.Set(MachineDate.Read(item.Text("date_modified")), "json-feed:date_modified"))
        {
            fields.Warn("publishedAt", "taken from the date of the last update");
        }
    }

    /// <summary>1.0 has one author, 1.1 a list.</summary>
    private static IEnumerable<string> Names(JsonElement holder) =>
        (holder.Property("authors") is { ValueKind: JsonValueKind.Array } several ? several.EnumerateArray() : holder.Property("author") is { } one ? [one] : Enumerable.Empty<JsonElement>())
        .Select(author => author.ValueKind == JsonValueKind.String ? author.GetString() : author.Text("name")).OfType<string>();
}
