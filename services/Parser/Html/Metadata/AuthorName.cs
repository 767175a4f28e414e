using Ingest.Parser.Dates;

namespace Ingest.Parser.Html.Metadata;

/// <summary>Cleans what stands where an author's name should.</summary>
internal static class AuthorName
{
    private static readonly string[] Labels =
    [
        "posted by", "written by", "published by", "story by", "reported by", "article by", "words by", "text by", "geschrieben von", "veröffentlicht von", "ein beitrag von", "ein artikel von", "verfasst von", "von:",
        "text von", "écrit par", "publié par", "escrito por", "publicado por", "scritto da", "autor:", "autorin:", "autoren:", "author:", "authors:", "auteur :", "auteur:", "autore:", "author", "autor", "by:", "by",
        "von", "par", "por", "door", "di", "av", "da", "text:", "автор:",
    ];

    private static readonly string[] NoNames =
        ["admin", "administrator", "root", "webmaster", "editor", "redaktion", "redaction", "redacción", "redazione", "staff", "guest", "gast", "anonymous", "unknown", "n/a", "none", "null", "team", "author", "user", "wordpress", "website", "home", "contact", "about"];

    /// <summary>The names, or null when it is none: an address, the site itself, a role, a sentence.</summary>
    public static string? Clean(string stated, string? site)
    {
        var text = PlainValue.Of(stated).Trim(' ', ',', '|', '–', '-', '·', '•', ':', '@', '/');
        foreach (var label in Labels)
        {
            if (text.Length > label.Length + 1 && text.StartsWith(label, StringComparison.OrdinalIgnoreCase) && (label[^1] == ':' || text[label.Length] is ' ' or ':'))
            {
                text = text[label.Length..].Trim(' ', ':', ',', '|');
                break;
            }
        }

        text = BeforeDivider(text);
        return IsName(text) && !(site is not null && text.Equals(site, StringComparison.OrdinalIgnoreCase)) ? text : null;
    }

    /// <summary>What follows a bar, dash or date is about the article, not the author.</summary>
    private static string BeforeDivider(string text)
    {
        foreach (var divider in new ReadOnlySpan<string>([" | ", " • ", " · ", " – ", " — ", " - ", " am ", " on ", " in ", "(", " um "]))
        {
            var at = text.IndexOf(divider, StringComparison.Ordinal);
            if (at > 2)
            {
                text = text[..at];
            }
        }

        for (var i = 1; i < text.Length; i++)
        {
            if (text[i - 1] == ' ' && char.IsLetterOrDigit(text[i]) && DateReader.Read(text.AsSpan(i)) is { IsDay: true })
            {
                return text[..i].Trim(' ', ',', '|', '-');
            }
        }

        return text.Trim(' ', ',', '|');
    }

    private static bool IsName(string text)
    {
        if (text.Length is < 3 or > 150 || text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.Ordinal) || text.Contains('@', StringComparison.Ordinal) ||
            text.AsSpan().ContainsAnyInRange('0', '9') || Array.Exists(NoNames, name => name.Equals(text, StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        // A list of names may be long, a single name is not; and a sentence has more words that begin small.
        var words = text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= 5 * (1 + text.Count(c => c is ',' or '&' or ';' or '/')) + 3 && words.Count(word => char.IsLower(word[0])) <= Math.Max(1, words.Length / 2);
    }
}
