using System.Text.Json;
using Ingest.Contracts;
using Ingest.Parser.Agency;
using Ingest.Parser.Articles;
using Ingest.Parser.Feeds;
using Ingest.Parser.Tables.Columns;
using Ingest.Parser.Tables.Mapping;

namespace Ingest.Parser.Json;

/// <summary>Reads JSON by its keys: a feed, ninjs, records of articles; one document or many.</summary>
internal static class JsonFormats
{
    public static ParseOutcome Read(FileContent content, string text, ArticleList articles, Deadline deadline)
    {
        if (MappingFile.Refusal(content) is { } refusal)
        {
            return refusal;
        }

        try
        {
            // A list, or an object with one in it, may have a record a line as well: read by lines only where it is broken.
            if (!content.Opening.IsEmpty || (JsonLines.BeginsWhole(text) && JsonLines.Opens(text)))
            {
                return Several(content, text, articles, deadline);
            }

            using var document = JsonRepair.Parse(text.AsMemory());
            return document is null ? Several(content, text, articles, deadline) : One(content, document.RootElement, articles, deadline);
        }
        catch (InvalidOperationException)
        {
            return new ParseOutcome.Rejected(RejectionReasons.Damaged, "The file is JSON data with half a character in it (an unpaired surrogate). Write it again as UTF-8.");
        }
    }

    private static ParseOutcome Several(FileContent content, string text, ArticleList articles, Deadline deadline)
    {
        var (mapping, fault) = MappingFile.Beside(content, folderWide: true);
        return fault ?? JsonLines.Read(content, text, mapping, articles, deadline);
    }

    private static ParseOutcome One(FileContent content, JsonElement root, ArticleList articles, Deadline deadline)
    {
        if (JsonFeedReader.Read(root, deadline) is { } feed)
        {
            return FeedArticles.Of(feed, articles);
        }

        List<JsonElement> items = [.. (root.ValueKind == JsonValueKind.Array ? root.EnumerateArray() : Enumerable.Repeat(root, 1)).Where(Ninjs.Is)];
        if (items.Count > 0)
        {
            var agency = new AgencyItems(articles);
            foreach (var item in items)
            {
                Ninjs.Read(item, agency, deadline);
            }

            return agency.Finish("ninjs");
        }

        var (mapping, fault) = MappingFile.Beside(content, folderWide: true);
        return fault ?? Records(root, mapping, articles, deadline);
    }

    private static ParseOutcome Records(JsonElement root, RecordMapping? mapping, ArticleList articles, Deadline deadline)
    {
        if (JsonColumnar.Read(root, mapping, articles, deadline) is { } table)
        {
            return table;
        }

        if (JsonRecordList.Find(root, mapping, deadline) is not var (records, shape))
        {
            var first = root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().Take(1) : [root];
            var whole = JsonShape.Of([.. first], mapping);
            return whole.Fault is { } unfit ? MappingFile.Invalid(unfit) : NoKeys("data", whole.Names);
        }

        var reader = new JsonArticles(articles, shape, mapping, "json");
        for (var i = 0; i < records.Count; i++)
        {
            if (i % 64 == 0)
            {
                deadline.Check();
            }

            reader.Add(records[i]);
        }

        return articles.Finish("The JSON data has articles' keys, but nothing in them.");
    }

    /// <summary>Data whose keys are none of an article's.</summary>
    public static ParseOutcome.Rejected NoKeys(string what, IReadOnlyList<string> names) => new(
        RejectionReasons.NoArticle,
        $"The file is JSON {what} in which nothing is an article's text: it has {(names.Count == 0 ? "no keys" : "the keys " + ColumnMap.Names(names))}. A mapping file beside it can say which key is the title and which the body.");
}
