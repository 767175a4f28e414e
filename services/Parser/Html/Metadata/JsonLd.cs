using System.Text;
using System.Text.Json;
using Ingest.Parser.Json;

namespace Ingest.Parser.Html.Metadata;

/// <summary>
/// The page's own description in schema.org terms (JSON-LD): of all objects, in graphs and lists, the article. Broken JSON is
/// mended where it is broken in the usual ways.
/// </summary>
internal static class JsonLd
{
    private const int MostObjects = 2_000;

    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    private static readonly string[] Inside = ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart", "subjectOf", "item"];

    public static StatedArticle? Read(IEnumerable<string> scripts)
    {
        StatedArticle? article = null;
        foreach (var script in scripts)
        {
            using var json = Parse(script);
            if (json is null)
            {
                continue;
            }

            var objects = Objects(json.RootElement);
            foreach (var item in objects)
            {
                var rank = Rank(item);
                if (rank > (article?.Rank ?? 0))
                {
                    article = StatedArticle.Of(item, objects, rank, article);
                }
                else if (rank > 0)
                {
                    article!.FillFrom(StatedArticle.Of(item, objects, rank, null));
                }
            }
        }

        return article;
    }

    /// <summary>How surely an object describes the page's article: 0 for not at all.</summary>
    private static int Rank(JsonElement item)
    {
        var best = 0;
        foreach (var type in item.Property("@type")?.Strings() ?? [])
        {
            var name = type[(type.LastIndexOf('/') + 1)..];
            best = Math.Max(best, name switch
            {
                _ when name.EndsWith("Article", StringComparison.OrdinalIgnoreCase) || name.EndsWith("Posting", StringComparison.OrdinalIgnoreCase) => 3,
                "Report" or "Review" or "CreativeWork" or "Recipe" or "PodcastEpisode" => 2,
                "WebPage" or "ItemPage" => 1,
                _ => 0,
            });
        }

        // A teaser in a list of articles has no text, author or date of its own.
        return best == 3 && item.Property("headline") is null && item.Property("name") is null && item.Property("articleBody") is null ? 1 : best;
    }

    private static List<JsonElement> Objects(JsonElement root)
    {
        var found = new List<JsonElement>();
        var open = new Queue<JsonElement>([root]);
        while (open.TryDequeue(out var value) && found.Count < MostObjects)
        {
            if (value.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in value.EnumerateArray())
                {
                    open.Enqueue(item);
                }
            }
            else if (value.ValueKind == JsonValueKind.Object)
            {
                found.Add(value);
                foreach (var name in Inside)
                {
                    if (value.TryGetProperty(name, out var inner) && inner.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                    {
                        open.Enqueue(inner);
                    }
                }
            }
        }

        return found;
    }

    private static JsonDocument? Parse(string script)
    {
        var text = script.Trim();
        if (text.StartsWith("<!--", StringComparison.Ordinal) || text.StartsWith("//", StringComparison.Ordinal) || text.StartsWith("<![", StringComparison.Ordinal) || text.StartsWith("/*", StringComparison.Ordinal))
        {
            var (from, to) = (text.IndexOfAny(['{', '[']), text.LastIndexOfAny(['}', ']']));
            from = text.StartsWith("<![", StringComparison.Ordinal) || text.Contains("CDATA[", StringComparison.Ordinal) ? text.IndexOf('{', StringComparison.Ordinal) : from;
            text = from >= 0 && to > from ? text[from..(to + 1)] : text;
        }

        return TryParse(text.TrimEnd(';')) ?? TryParse(Mend(text));
    }

    private static JsonDocument? TryParse(string text)
    {
        try
        {
            return JsonDocument.Parse(text, Tolerant);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Line breaks and tabs inside strings, stray backslashes, quotes within a string, and what follows the last bracket.</summary>
    private static string Mend(string text)
    {
        var mended = new StringBuilder(text.Length + 16);
        var inString = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (!inString)
            {
                inString = c == '"';
                mended.Append(c);
            }
            else if (c == '\\' && i + 1 < text.Length)
            {
                var escaped = text[i + 1];
                mended.Append(escaped is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' or 'u' ? "\\" + escaped : escaped == '\'' ? "'" : "\\\\" + escaped);
                i++;
            }
            else if (c == '"')
            {
                // A string ends before a comma, colon or bracket; any other quote belongs to its text.
                var next = text.AsSpan(i + 1).TrimStart();
                inString = next is not ([] or [',' or ':' or '}' or ']', ..]);
                mended.Append(inString ? "\\\"" : "\"");
            }
            else
            {
                mended.Append(c < ' ' ? ' ' : c);
            }
        }

        return mended.ToString().TrimEnd(' ', ';');
    }
}
