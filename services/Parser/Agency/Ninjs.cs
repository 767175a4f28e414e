using System.Text.Json;
using Ingest.Parser.Articles;
using Ingest.Parser.Json;
using Ingest.Parser.Language;
using Ingest.Parser.Xml;

namespace Ingest.Parser.Agency;

/// <summary>Reads ninjs 1 to 3, an item or a list of items. 1 has a property for each kind of text, 2 and 3 have lists.</summary>
internal static class Ninjs
{
    private static readonly string[] Telling = ["versioncreated", "headline", "headlines", "bodies", "body_text", "body_xhtml", "body_html", "descriptions", "eventdetails", "pubstatus"];

    /// <summary>Whether the data is an item of this format.</summary>
    public static bool Is(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.Text("uri") is not null && item.Property("$schema") is null &&
        (Telling.Any(name => item.Property(name) is not null) || Properties(item, "headline_", "body_", "description_").Any());

    public static void Read(JsonElement item, AgencyItems items, Deadline deadline)
    {
        deadline.Check();
        var id = item.Text("uri");
        if (items.Withdraws(item.Text("pubstatus"), id))
        {
            return;
        }

        var fields = new ArticleFields();
        fields.Set("title", NinjsText.Headline(item), "ninjs:headline");
        fields.Set("title", HtmlText.Line(item.Text("title") ?? ""), "ninjs:title");
        NinjsText.Body(fields, item);
        if (fields.Get("title") is null && fields.Get("body") is null)
        {
            items.WithoutText($"item {id} has no headline, no text and no description");
        }
        else
        {
            Fill(fields, item);
            items.Add(fields, id, "ninjs");
        }

        Associations(item, items, deadline);
    }

    /// <summary>Properties whose name begins so.</summary>
    public static IEnumerable<JsonProperty> Properties(JsonElement item, params string[] beginnings) =>
        item.EnumerateObject().Where(property => Array.Exists(beginnings, beginning => property.Name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)));

    private static void Fill(ArticleFields fields, JsonElement item)
    {
        foreach (var name in new[] { "firstcreated", "versioncreated", "contentcreated" })
        {
            AgencyFields.SetDate(fields, item.Text(name), "ninjs:" + name);
        }

        StatedPeople.Set(fields, new[] { item.Text("byline") ?? item.Text("by") }.OfType<string>(), "ninjs:byline");
        fields.Set("dateline", item.Text("located"), "ninjs:located");
        AgencyFields.SetDateline(fields);
        foreach (var source in (item.Property("infosources") ?? item.Property("infosource"))?.Objects() ?? [])
        {
            AgencyFields.SetProvider(fields, source.Text("name"), "ninjs:infosource");
        }

        AgencyFields.SetProvider(fields, item.Text("copyrightholder"), "ninjs:copyrightholder");
        fields.Set("language", LanguageCode.Of(item.Text("language")), "ninjs:language");
        fields.Set("section", ((item.Property("subjects") ?? item.Property("subject"))?.Objects() ?? []).Select(subject => subject.Text("name")).FirstOrDefault(name => name is not null), "ninjs:subject");
        AgencyFields.SetAddress(fields, item.Text("uri"), "ninjs:uri");
    }

    /// <summary>Stories inside the story; pictures and the like stay part of it.</summary>
    private static void Associations(JsonElement item, AgencyItems items, Deadline deadline)
    {
        foreach (var association in item.Property("associations")?.Objects() ?? [])
        {
            if (Is(association) && (association.Text("type") ?? "text") is "text" or "composite" && NinjsText.HasBody(association))
            {
                Read(association, items, deadline);
            }
        }
    }
}
