using Ingest.Parser.Dates;

namespace Ingest.Parser.Html.Metadata;

/// <summary>Cleans what stands where an author's name should.</summary>
internal static class AuthorName
{
    private static readonly string[] Labels =
    [
        "view all posts by", "view all articles by", "zeige alle beiträge von", "alle beiträge von", "alle artikel von", "see all posts by", "mehr von", "more by", "artikel von", "beitrag von", "ein artikel von", "ein beitrag von", "ein text von", "blog beitrag von", "blogbeitrag von", "ein gastbeitrag von", "gastbeitrag von", "redaktion:", "auteur :", "verfasser:", "erstellt von", "veröffentlicht von", "geposted von", "gepostet von", "eingestellt von", "interview:", "interview von", "protokoll:",
        "fotos und text:", "text und fotos:", "posted by", "written by", "published by", "story by", "reported by", "article by", "words by", "text by", "geschrieben von", "veröffentlicht von", "ein beitrag von", "ein artikel von", "verfasst von", "von:",
        "text von", "écrit par", "publié par", "escrito por", "publicado por", "scritto da", "autor:", "autorin:", "autoren:", "author:", "authors:", "auteur :", "auteur:", "autore:", "author", "autor", "by:", "by",
        "von", "par", "por", "door", "di", "av", "da", "text:", "автор:",
    ];

    private static readonly string[] Organisations =
    [
        "gmbh", "e.v.", "e. v.", "ltd", "inc", "llc", "ag", "verlag", "redaktion", "news", "team", "magazin", "magazine", "online", "zeitung", "verband", "bund", "stiftung", "foundation", "press", "media", "staff", "editorial", "redacción", "office", "ministerium", "university", "universität", "institut", "institute", "group", "network", "blog", "editors", "tv", "radio", "agentur",
    ];

    private static readonly string[] NoNames =
        ["admin", "administrator", "root", "webmaster", "guest", "gast", "anonymous", "unknown", "n/a", "none", "null", "author", "user", "posted", "posted on", "published", "veröffentlicht", "veröffentlicht am", "publiziert am", "erstellt am", "no author", "support team", "wordpress", "website", "home", "contact", "about"];

    /// <summary>The names, or null when it is none: an address, the site itself, a role, a sentence.</summary>
    public static string? Clean(string stated, string? site)
    {
        var text = PlainValue.Of(stated).Trim(' ', ',', '|', '–', '-', '·', '•', ':', '@', '/', '~', '*').TrimEnd();
        text = text.EndsWith(" Stand", StringComparison.Ordinal) ? text[..^6] : text;
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

    /// <summary>The names of a line that says in its first words that it names the author; null of any other line.</summary>
    public static string? Labelled(string line)
    {
        foreach (var label in Labels)
        {
            if (line.Length > label.Length + 5 && line.StartsWith(label, StringComparison.OrdinalIgnoreCase) && line[label.Length] is ' ' or ':' && Clean(line, null) is { } name &&
                name.Contains(' ', StringComparison.Ordinal) && name.Split(' ').All(word => word.Length > 0 && (char.IsUpper(word[0]) || word is "von" or "van" or "de" or "der" or "den" or "und" or "and" or "et" or "y" or "e" or "di" or "da" or "la" or "le" or "del" or "du")))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>Names of houses, not of persons.</summary>
    public static bool IsOrganisation(string name)
    {
        foreach (var range in name.AsSpan().SplitAny(' ', '-', '/'))
        {
            var word = name.AsSpan(range);
            foreach (var house in Organisations)
            {
                if (word.Equals(house, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return name.EndsWith("e.V.", StringComparison.OrdinalIgnoreCase) || name.EndsWith("e. V.", StringComparison.OrdinalIgnoreCase) || name.Contains(".de", StringComparison.Ordinal) || name.Contains(".com", StringComparison.Ordinal);
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
