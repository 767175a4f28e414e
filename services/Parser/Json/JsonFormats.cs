using System.Text.Json;
using Ingest.Contracts;
using Ingest.Parser.Agency;
using Ingest.Parser.Articles;
using Ingest.Parser.Feeds;

namespace Ingest.Parser.Json;

/// <summary>Reads JSON by its keys: a feed, ninjs; others are named.</summary>
internal static class JsonFormats
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 128 };

    public static ParseOutcome Read(string text, ArticleList articles, Deadline deadline)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return Read(document.RootElement, articles, deadline);
        }
        catch (JsonException fault)
        {
            return Unsupported(FormattableString.Invariant($"The file is JSON data that is cut off or broken at line {(fault.LineNumber ?? 0) + 1}. Send it again whole."));
        }
        catch (InvalidOperationException)
        {
            return Unsupported("The file is JSON data with half a character in it (an unpaired surrogate). Write it again as UTF-8.");
        }
    }

    private static ParseOutcome Read(JsonElement root, ArticleList articles, Deadline deadline)
    {
        if (JsonFeedReader.Read(root, deadline) is { } feed)
        {
            return FeedArticles.Of(feed, articles);
        }

        List<JsonElement> items = [.. (root.ValueKind == JsonValueKind.Array ? root.EnumerateArray() : Enumerable.Repeat(root, 1)).Where(Ninjs.Is)];
        if (items.Count == 0)
        {
            return Unsupported($"The file is JSON data {Keys(root)}, which is no JSON Feed and no ninjs. Save it as plain text.");
        }

        var agency = new AgencyItems(articles);
        foreach (var item in items)
        {
            Ninjs.Read(item, agency, deadline);
        }

        return agency.Finish("ninjs");
    }

    private static string Keys(JsonElement root)
    {
        var first = root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0 ? root[0] : root;
        return first.ValueKind == JsonValueKind.Object && first.EnumerateObject().Select(property => property.Name).Take(3).ToList() is { Count: > 0 } names
            ? $"with the keys {string.Join(", ", names)}"
            : "without keys";
    }

    private static ParseOutcome.Rejected Unsupported(string detail) => new(RejectionReasons.UnsupportedFormat, detail);
}
