using System.Collections.Frozen;
using Ingest.Parser.Dates;

namespace Ingest.Parser.Html.Metadata;

/// <summary>Cleans what stands where an author's name should.</summary>
internal static class AuthorName
{
    private static readonly string[] Labels =
    [
        "view all posts by", "this post was written by", "this article was written by", "authored by:", "authored by", "recipe by", "read more about", "more about", "about the author", "ein kommentar von", "alle posts vom autor", "alle posts von", "alles von", "mehr artikel von", "mehr beiträge von", "text und interview:", "interview und text:", "gespeichert von", "geschrieben am", "autoren:", "autorinnen:", "auteurs:", "autores:", "autori:", "redacción:", "redattore:", "über", "view all articles by", "zeige alle beiträge von", "alle beiträge von", "alle artikel von", "see all posts by", "mehr von", "more by", "artikel von", "beitrag von", "ein artikel von", "ein beitrag von", "ein text von", "blog beitrag von", "blogbeitrag von", "ein gastbeitrag von", "gastbeitrag von", "redaktion:", "auteur :", "verfasser:", "erstellt von", "veröffentlicht von", "geposted von", "gepostet von", "eingestellt von", "interview:", "interview von", "protokoll:",
        "fotos und text:", "text und fotos:", "posted by", "written by", "published by", "story by", "reported by", "article by", "words by", "text by", "geschrieben von", "veröffentlicht von", "ein beitrag von", "ein artikel von", "verfasst von", "von:",
        "text von", "écrit par", "publié par", "escrito por", "publicado por", "scritto da", "autor:", "autorin:", "autoren:", "author:", "authors:", "auteur :", "auteur:", "autore:", "author", "autor", "by:", "by",
        "von", "par", "por", "door", "di", "av", "da", "text:", "автор:",
    ];

    private static readonly string[] Organisations =
    [
        "gmbh", "e.v.", "e. v.", "ltd", "inc", "llc", "ag", "verlag", "redaktion", "news", "team", "magazin", "magazine", "online", "zeitung", "verband", "bund", "stiftung", "foundation", "press", "media", "staff", "editorial", "redacción", "office", "ministerium", "university", "universität", "institut", "institute", "group", "network", "blog", "editors", "tv", "radio", "agentur",
    ];

    private static readonly char[] Edges = [' ', ',', '|', '–', '—', '-', '·', '•', ':', '@', '/', '~', '*', '→', '←', '»', '«', '›', '‹', '>', '▸', '►', '✎', '+'];

    private static readonly string[] Tails =
    [
        " Alle Artikel", " Alle Beiträge", " Alle Posts", " Alles von", " More Posts", " More posts", " More from", " Mehr Artikel", " Mehr von", " Mehr über", " View all", " View All", " See all", " All posts", " Last updated", " Last Updated", " Last update", " Last modified", " Last Modified", " Veröffentlicht", " Published", " Posted", " Updated", " Stand",
        " Aktualisiert", " Reviewed by", " View ", " Writer", " Senior ", " Former ", " Staff Writer", " Reporter", " Editor", " Correspondent", ", CEO", " Illustration", " Illustrationen", " Fotos:", " Foto:", " Bild:", " Bilder:", " Photo:", " Photos:", " Kontakt", " Follow", " Contributor", " Share", " Redakteur", " Redakteurin", " Autor", " Autorin", ": EN ",
    ];

    private static readonly FrozenSet<string> NotInNames = new[]
    {
        "last", "modified", "updated", "published", "posted", "contact", "contacting", "us", "read", "more", "the", "about", "quelle", "source", "share", "views", "comments", "news", "home", "photo", "foto", "staff", "writer", "uhr", "den", "article", "artikel", "sprache",
        "full", "bio", "view", "all", "posts", "report", "review", "print", "email", "subscribe", "policy", "privacy", "terms",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] NoNames =
        ["admin", "administrator", "root", "webmaster", "guest", "gast", "anonymous", "unknown", "n/a", "none", "null", "author", "user", "posted", "posted on", "published", "veröffentlicht", "veröffentlicht am", "publiziert am", "erstellt am", "no author", "written by", "last modified", "last updated", "last update", "updated", "role", "full bio", "published by", "quelle", "source", "contacting us", "contact us", "read more", "event type", "reviewed by", "edited by", "von", "vom", "by", "by:", "por", "par", "di", "da", "door", "autor", "autorin", "auteur", "autore", "author:", "datum", "date", "fecha", "follow", "alle beiträge", "alle artikel", "alle posts", "all posts", "more posts", "share", "support team", "wordpress", "website", "home", "contact", "about", "this author", "the author"];

    /// <summary>The names, or null when it is none: an address, the site itself, a role, a sentence.</summary>
    public static string? Clean(string stated, string? site)
    {
        var text = PlainValue.Of(stated).Trim(Edges).TrimEnd();
        foreach (var label in Labels)
        {
            if (text.Length > label.Length + 1 && text.StartsWith(label, StringComparison.OrdinalIgnoreCase) && (label[^1] == ':' || text[label.Length] is ' ' or ':' || (label.Length > 8 && char.IsUpper(text[label.Length]))))
            {
                text = text[label.Length..].Trim(' ', ':', ',', '|');
                break;
            }
        }

        text = OfUserName(BeforeTail(BeforeDivider(text)).Trim(Edges));
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

    /// <summary>What pages put behind a name: <c>Jane Doe More Posts</c>.</summary>
    private static string BeforeTail(string text)
    {
        foreach (var tail in Tails)
        {
            var at = text.IndexOf(tail, StringComparison.Ordinal);
            // One word and a role is a house's: "SFist Contributor".
            if (at > 2 && text.LastIndexOf(' ', at - 1) is var space && (space > 0 || tail.Length > 9 && tail is not " Contributor") && !IsOrganisation(text[..at]) && (at + tail.Length == text.Length || !char.IsLetter(text[at + tail.Length]) || !char.IsLetter(tail[^1])))
            {
                text = text[..at];
            }
        }

        return text;
    }

    /// <summary><c>jane.doe</c> is Jane Doe.</summary>
    private static string OfUserName(string text)
    {
        var parts = text.Split('.');
        return parts.Length is 2 or 3 && Array.TrueForAll(parts, part => part.Length > 1 && part.All(char.IsLower)) && parts[^1].Length > 3
            ? string.Join(' ', parts.Select(part => char.ToUpperInvariant(part[0]) + part[1..]))
            : text;
    }

    /// <summary>Whether a text is two to four words that are written as a person's name is, and nothing else.</summary>
    public static bool LooksLikePerson(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 4 && text.Length <= 40 && char.IsUpper(words[0][0]) && char.IsUpper(words[^1][0]) && !IsOrganisation(text) &&
            Array.TrueForAll(words, word => (char.IsUpper(word[0]) && (word.Length > 1 || word == words[0]) && word.All(c => char.IsLetter(c) || c is '.' or '-' or '\'' or '’')) || word is "von" or "van" or "de" or "der" or "den" or "di" or "da" or "la" or "le" or "del" or "du" or "zu") &&
            Array.Exists(words, word => word.Length > 2 && word[1..].Any(char.IsLower)) && !Array.Exists(words, NotInNames.Contains) && !Array.Exists(words, word => MonthNames.Month(word.ToLowerInvariant()) != 0 || MonthNames.IsWeekday(word.ToLowerInvariant()));
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

    /// <summary>Some sign in small letters: <c>jane doe</c>.</summary>
    private static bool IsSmallName(string word) => word.Length > 2 && word.All(char.IsLower) && !NotInNames.Contains(word);

    private static bool IsName(string text)
    {
        if (text.Length is < 3 or > 150 || text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.Ordinal) || text.Contains('@', StringComparison.Ordinal) ||
            text.AsSpan().ContainsAnyInRange('0', '9') || Array.Exists(NoNames, name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) || Array.Exists(Labels, label => label.Equals(text, StringComparison.OrdinalIgnoreCase)) ||
            text.Count(char.IsLetter) < 2)
        {
            return false;
        }

        // A list of names may be long, a single name is not; and a sentence has more words that begin small.
        var words = text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= 5 * (1 + text.Count(c => c is ',' or '&' or ';' or '/')) + 3 && (words.Count(word => char.IsLower(word[0])) <= Math.Max(1, words.Length / 2) || (words.Length == 2 && words.All(IsSmallName)));
    }
}
