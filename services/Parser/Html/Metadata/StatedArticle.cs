using System.Text.Json;
using Ingest.Parser.Json;

namespace Ingest.Parser.Html.Metadata;

/// <summary>What JSON-LD says about the article; null and empty where it says nothing.</summary>
internal sealed class StatedArticle
{
    /// <summary>How surely it is the page's article.</summary>
    public required int Rank { get; init; }

    public string? Headline { get; private set; }

    public string? Published { get; private set; }

    public string? Modified { get; private set; }

    public List<string> Authors { get; private set; } = [];

    public string? Body { get; private set; }

    public string? Section { get; private set; }

    public string? Publisher { get; private set; }

    public string? Language { get; private set; }

    public string? Url { get; private set; }

    public static StatedArticle Of(JsonElement item, List<JsonElement> all, int rank, StatedArticle? fallback)
    {
        var article = new StatedArticle
        {
            Rank = rank,
            Headline = Text(item, "headline") ?? (rank > 1 ? Text(item, "name") : null),
            Published = Text(item, "datePublished") ?? Text(item, "dateCreated"),
            Modified = Text(item, "dateModified"),
            Authors = Names(item.Property("author") ?? item.Property("creator"), all),
            Body = Paragraphs(item, "articleBody") ?? (rank > 1 ? Paragraphs(item, "text") : null),
            Section = item.Property("articleSection")?.Strings().FirstOrDefault(),
            Publisher = Names(item.Property("publisher"), all).FirstOrDefault(),
            Language = item.Property("inLanguage")?.Strings().FirstOrDefault(),
            Url = Text(item, "url"),
        };
        if (fallback is not null)
        {
            article.FillFrom(fallback);
        }

        return article;
    }

    /// <summary>Takes over what this one does not say. The text is only this one's: a page may list other articles.</summary>
    public void FillFrom(StatedArticle other)
    {
        if (other.Rank == Rank && other.Headline is not null && Headline is not null && other.Headline != Headline)
        {
            return;
        }

        Headline ??= other.Headline;
        Published ??= other.Published;
        Modified ??= other.Modified;
        Authors = Authors.Count > 0 ? Authors : other.Authors;
        Body ??= other.Body;
        Section ??= other.Section;
        Publisher ??= other.Publisher;
        Language ??= other.Language;
    }

    private static string? Text(JsonElement item, string name) =>
        item.Property(name)?.Strings().FirstOrDefault() is { } text && !string.IsNullOrWhiteSpace(text) ? PlainValue.Of(text) : null;

    /// <summary>As it stands: its line breaks and tags part its paragraphs.</summary>
    private static string? Paragraphs(JsonElement item, string name) =>
        item.Property(name)?.Strings().FirstOrDefault() is { } text && !string.IsNullOrWhiteSpace(text) ? PlainValue.Decoded(text).Trim() : null;

    /// <summary>Names of persons and organisations: strings, objects with a name, or references to objects elsewhere.</summary>
    private static List<string> Names(JsonElement? value, List<JsonElement> all)
    {
        var names = new List<string>();
        if (value is not { } stated)
        {
            return names;
        }

        foreach (var one in stated.ValueKind == JsonValueKind.Array ? stated.EnumerateArray().ToList() : [stated])
        {
            var name = one.ValueKind == JsonValueKind.Object
                ? Text(one, "name") ?? (one.Text("@id") is { } id ? all.Where(other => other.Text("@id") == id).Select(other => Text(other, "name")).FirstOrDefault(found => found is not null) : null)
                : one.Text();
            if (!string.IsNullOrWhiteSpace(name) && !names.Contains(name))
            {
                names.Add(PlainValue.Of(name));
            }
        }

        return names;
    }
}
