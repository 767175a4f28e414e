using Ingest.Parser.Articles;
using Ingest.Parser.Dates;
using Ingest.Parser.Language;

namespace Ingest.Parser.Markdown;

/// <summary>What the keys of front matter mean, by the names that site generators and web clippers use.</summary>
internal static class FrontMatterFields
{
    private const int LongestWarned = 60;

    public static void Set(ArticleFields fields, FrontMatter matter)
    {
        Text(fields, "title", matter.Find("title", "headline"));
        Date(fields, matter);
        if (matter.Find("author", "authors", "byline", "author.name", "authors.name", "creator", "writer", "by") is { } people)
        {
            StatedPeople.Set(fields, people.Values.Select(name => Unlinked(name)), "front-matter:" + people.Key);
        }

        if (matter.Find("agency", "agencies") is { } agencies)
        {
            StatedPeople.Set(fields, agencies.Values, "front-matter:" + agencies.Key);
        }

        Address(fields, matter);
        Text(fields, "section", matter.Find("section", "category", "categories", "rubric"));
        Text(fields, "dateline", matter.Find("dateline"));
        if (matter.Find("lang", "language", "locale") is { } language)
        {
            fields.Set("language", LanguageCode.Of(language.Values[0]), "front-matter:" + language.Key);
        }
    }

    private static void Text(ArticleFields fields, string field, (string Key, IReadOnlyList<string> Values)? found)
    {
        if (found is { } value)
        {
            fields.Set(field, Unlinked(value.Values[0]), "front-matter:" + value.Key);
        }
    }

    private static void Date(ArticleFields fields, FrontMatter matter)
    {
        foreach (var key in (ReadOnlySpan<string>)["published", "date", "datePublished", "publishDate", "pubDate", "publishedAt", "published_on", "publishedTime", "publicationDate", "dateCreated", "created"])
        {
            if (matter.Find(key) is { } found)
            {
                if (fields.Set(Read(found.Values[0]), "front-matter:" + key))
                {
                    return;
                }

                fields.Warn("publishedAt", "not understood: " + found.Values[0][..Math.Min(found.Values[0].Length, LongestWarned)]);
            }
        }

        if (matter.Find("updated", "lastmod", "modified", "dateModified", "lastUpdated") is { } changed && fields.Set(Read(changed.Values[0]), "front-matter:" + changed.Key))
        {
            fields.Warn("publishedAt", "taken from the date of the last update");
        }
    }

    private static FoundDate? Read(string written) => MachineDate.Read(written) ?? DateReader.Read(written);

    /// <summary>Clippers put the page's address under "source", newsrooms the publication's name.</summary>
    private static void Address(ArticleFields fields, FrontMatter matter)
    {
        foreach (var key in (ReadOnlySpan<string>)["url", "canonical", "canonicalUrl", "link", "original_url", "source_url", "permalink", "source", "publication", "publisher", "site", "site_name", "outlet", "newspaper", "publisher.name", "source.name"])
        {
            if (matter.Find(key) is not { } found)
            {
                continue;
            }

            var value = Unlinked(found.Values[0]);
            var address = Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
            var stated = key is "source" or "publication" or "publisher" or "site" or "site_name" or "outlet" or "newspaper" or "publisher.name" or "source.name";
            if (address || stated)
            {
                fields.Set(address ? "url" : "source", value, "front-matter:" + key);
            }
        }
    }

    /// <summary><c>Jane Doe</c> of <c>[[Jane Doe]]</c> and of <c>[Jane Doe](https://…)</c>.</summary>
    private static string Unlinked(string value)
    {
        var text = value.Trim().Replace("[[", "", StringComparison.Ordinal).Replace("]]", "", StringComparison.Ordinal);
        return text is ['[', ..] && text.IndexOf("](", StringComparison.Ordinal) is var end and > 1 ? text[1..end] : text;
    }
}
