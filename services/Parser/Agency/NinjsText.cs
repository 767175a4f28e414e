using System.Text.Json;
using Ingest.Parser.Articles;
using Ingest.Parser.Json;
using Ingest.Parser.Xml;

namespace Ingest.Parser.Agency;

/// <summary>Headline and text of a ninjs item, which may be there in several formats at once.</summary>
internal static class NinjsText
{
    /// <summary>Share of a text's words that must be new for it to be another text and not the same in another format.</summary>
    private const double NewWords = 0.3;

    public static string? Headline(JsonElement item)
    {
        var all = Texts(item, "headline", "headlines").ToList();
        var main = all.Find(text => text.Role.Length == 0 || text.Role.Contains("main", StringComparison.OrdinalIgnoreCase)) ?? all.FirstOrDefault();
        return main is null ? null : HtmlText.Line(main.Value);
    }

    /// <summary>Whether the item has a text of its own.</summary>
    public static bool HasBody(JsonElement item) => Texts(item, "body", "bodies").Any();

    public static void Body(ArticleFields fields, JsonElement item)
    {
        fields.Set("body", Joined(Texts(item, "body", "bodies")), "ninjs:body");
        // Further headlines stand above a description as its own would.
        var headlines = Texts(item, "headline", "headlines").Select(text => HtmlText.Line(text.Value)).Where(line => line != fields.Get("title"));
        if (fields.Get("body") is null && fields.Set("body", AgencyFields.Join([.. headlines, Joined(Texts(item, "description", "descriptions"))]), "ninjs:description"))
        {
            fields.Warn("body", $"only a description, the item is of type {item.Text("type") ?? "unknown"}");
        }
    }

    private static string Joined(IEnumerable<Text> texts)
    {
        // The marked-up version first: it knows its paragraphs. Then the longest.
        var joined = "";
        foreach (var paragraphs in texts.OrderBy(text => text.Rank).Select(text => text.Paragraphs()).Where(text => text.Length > 0))
        {
            if (joined.Length == 0)
            {
                joined = paragraphs;
            }
            else if (IsNew(paragraphs, joined))
            {
                joined = AgencyFields.Join(joined, paragraphs);
            }
        }

        return joined;
    }

    private static bool IsNew(string text, string known)
    {
        var have = known.Split([' ', '\n']).ToHashSet(StringComparer.Ordinal);
        var words = text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words.Count(word => !have.Contains(word)) > words.Length * NewWords;
    }

    /// <summary>Of <c>body_text</c> (role "text"), and of <c>bodies</c> (role as stated).</summary>
    private static IEnumerable<Text> Texts(JsonElement item, string single, string several)
    {
        if (item.Text(single) is { Length: > 0 } bare)
        {
            yield return new Text("", "", bare);
        }

        foreach (var property in Ninjs.Properties(item, single + "_"))
        {
            if (property.Value.Text() is { Length: > 0 } value)
            {
                var role = property.Name[(single.Length + 1)..];
                yield return new Text(role, role.Contains("html", StringComparison.OrdinalIgnoreCase) ? "html" : "", value);
            }
        }

        foreach (var text in item.Property(several)?.Objects() ?? [])
        {
            if (text.Text("value") is { Length: > 0 } value)
            {
                yield return new Text(text.Text("role") ?? "", text.Text("contenttype") ?? "", value);
            }
        }
    }

    private sealed record Text(string Role, string Type, string Value)
    {
        public (int, int) Rank => (Type.Contains("html", StringComparison.OrdinalIgnoreCase) ? 0 : Type.Contains("xml", StringComparison.OrdinalIgnoreCase) ? 2 : 1, -Value.Length);

        public string Paragraphs() => Type.Contains("html", StringComparison.OrdinalIgnoreCase) || Type.Contains("xml", StringComparison.OrdinalIgnoreCase)
            ? HtmlText.Paragraphs(Value)
            : HtmlText.ParagraphsOfAny(Value);
    }
}
