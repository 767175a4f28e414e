using Ingest.Parser.Agencies;
using Ingest.Parser.Dates;

namespace Ingest.Parser.PlainText;

/// <summary>Who wrote it: <c>By Jane Doe and John Roe, Reuters</c>, in several languages.</summary>
internal sealed record Byline(IReadOnlyList<string> Authors, IReadOnlyList<string> Agencies, string? Source, FoundDate? Date)
{
    private const int LongestLine = 200;

    private static readonly (string Word, string And)[] Openings =
    [
        ("By", " and "), ("Written by", " and "), ("Reported by", " and "), ("Story by", " and "), ("Von", " und "), ("Par", " et "), ("Por", " y "), ("Por", " e "),
        ("Di", " e "), ("Door", " en "), ("Av", " och "), ("Автор:", " и "), ("Авторы:", " и "),
    ];

    private static readonly string[] Correspondents =
    [
        "From our own correspondent", "From our correspondent", "From our staff reporter", "From a staff reporter", "Our correspondent", "Von unserem Korrespondenten",
        "Von unserer Korrespondentin", "De notre correspondant", "De notre envoyé spécial", "Dal nostro corrispondente", "Dal nostro inviato", "De nuestro corresponsal",
    ];

    // Small words that stand inside names and affiliations.
    private static readonly string[] Particles =
    [
        "van", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "do", "du", "la", "le", "von", "vom", "zu", "zur", "al", "el", "bin", "ibn", "ben", "ter",
        "ten", "e", "y", "and", "und", "et", "en", "och", "и", "of", "the", "in", "for", "at", "with", "to", "is", "und", "aus", "à", "am", "für", "special", "staff",
        "reporter", "reporters", "correspondent", "writer", "writers", "editor", "news", "dpa", "epd", "agencies", "agency", "contributing", "senior", "political", "columnist",
        "wire", "service", "services", "desk", "bureau", "chief", "as", "told", "our", "own", "jr", "sr",
    ];

    private static readonly string[] Roles =
    [
        "writer", "correspondent", "reporter", "editor", "columnist", "bureau chief", "contributor", "korrespondent", "korrespondentin", "redakteur", "journalist", "chief", "analyst",
    ];

    /// <summary>Reads a whole line that opens with a byline word; null when it is prose or something else.</summary>
    public static Byline? Read(ReadOnlySpan<char> line)
    {
        if (line.Length is < 4 or > LongestLine)
        {
            return null;
        }

        foreach (var phrase in Correspondents)
        {
            if (line.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && line.Length < phrase.Length + 40)
            {
                return new Byline([line[(phrase[..5].Equals("From ", StringComparison.Ordinal) ? 5 : 0)..].Trim(" .:").ToString()], [], null, null);
            }
        }

        foreach (var (word, and) in Openings)
        {
            if (line.Length > word.Length + 2 && line[word.Length] is ' ' or ':' or '\t' && line.StartsWith(word, StringComparison.OrdinalIgnoreCase) && !char.IsLower(line[0]))
            {
                return OfNames(line[word.Length..].Trim(": \t"), and, strict: true);
            }
        }

        return null;
    }

    /// <summary>Reads names without an opening word, as a labelled line has them.</summary>
    /// <param name="names">The list.</param>
    /// <param name="and">The language's "and", with spaces.</param>
    /// <param name="strict">Refuse what does not look like names.</param>
    public static Byline? OfNames(ReadOnlySpan<char> names, string and = " and ", bool strict = false)
    {
        names = TakeDate(names, out var date);
        if (names.IsEmpty || (strict && !LooksLikeNames(names)))
        {
            return null;
        }

        var authors = new List<string>(2);
        var agencies = new List<string>(1);
        string? source = null;
        foreach (var part in Separate(names, and))
        {
            var (name, affiliation) = TakeAffiliation(part);
            Place(name, authors, agencies, ref source);
            if (affiliation.Length > 0)
            {
                Place(affiliation, null, agencies, ref source);
            }
        }

        return authors.Count + agencies.Count == 0 && source is null ? null : new Byline(authors, agencies, source, date);
    }

    private static void Place(string name, List<string>? authors, List<string> agencies, ref string? source)
    {
        if (KnownAgencies.Find(name) is { } agency)
        {
            if (!agencies.Contains(agency))
            {
                agencies.Add(agency);
            }
        }
        else if (KnownAgencies.IsOutlet(name))
        {
            source ??= name;
        }
        else if (authors is not null && name.Length > 0 && !name.Contains('@', StringComparison.Ordinal) && !(authors.Count > 0 && IsRole(name)) && !authors.Contains(name))
        {
            authors.Add(name);
        }
    }

    private static bool IsRole(string name)
    {
        foreach (var role in Roles)
        {
            if (name.EndsWith(role, StringComparison.OrdinalIgnoreCase) ||
                name.Contains(role + " ", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return name is "Jr." or "Sr." or "Jr" or "Sr" or "MD" or "PhD" or "Ph.D.";
    }

    private static List<string> Separate(ReadOnlySpan<char> names, string and)
    {
        var parts = new List<string>(3);
        while (!names.IsEmpty)
        {
            var (at, length) = NextSeparator(names, and);
            var part = names[..at].Trim(" ,;:").TrimEnd('.');
            // "Jr." and initials keep their dot.
            if (at > 0 && names[..at].TrimEnd() is [.., var before, '.'] && (char.IsUpper(before) || names[..at].TrimEnd().EndsWith("Jr.", StringComparison.Ordinal)))
            {
                part = names[..at].Trim(" ,;:");
            }

            if (!part.IsEmpty)
            {
                parts.Add(part.ToString());
            }

            names = names[(at + length)..];
        }

        return parts;
    }

    private static (int At, int Length) NextSeparator(ReadOnlySpan<char> names, string and)
    {
        var best = (At: names.Length, Length: 0);
        foreach (var separator in new ReadOnlySpan<string>([",", ";", "/", "|", " & ", " + ", " - ", " – ", " — ", " and ", " AND ", " with ", and, and.ToUpperInvariant()]))
        {
            var at = names.IndexOf(separator, StringComparison.Ordinal);
            if (at >= 0 && at < best.At)
            {
                best = (at, separator.Length);
            }
        }

        return best;
    }

    /// <summary><c>Jane Doe of The Associated Press</c>, <c>Jane Doe in London</c>, <c>Jane Doe (Reuters)</c>.</summary>
    private static (string Name, string Affiliation) TakeAffiliation(string part)
    {
        if (part is [.., ')'] && part.IndexOf('(', StringComparison.Ordinal) is var open and >= 0)
        {
            return (part[..open].TrimEnd(), part[(open + 1)..^1].Trim());
        }

        foreach (var word in new ReadOnlySpan<string>([" of ", " for ", " at ", " in ", " aus "]))
        {
            if (part.IndexOf(word, StringComparison.Ordinal) is var at and > 0)
            {
                var tail = part[(at + word.Length)..].Trim();
                return (part[..at].Trim(), word is " in " or " aus " ? "" : tail);
            }
        }

        return (part, "");
    }

    /// <summary>A date that follows the names behind a bar or dash: <c>By Jane Doe | Feb. 13, 2025</c>.</summary>
    private static ReadOnlySpan<char> TakeDate(ReadOnlySpan<char> names, out FoundDate? date)
    {
        date = null;
        for (var i = 1; i + 6 < names.Length; i++)
        {
            if (names[i] is '|' or '•' or '·' or '-' or '–' or '—' or ',' && names[i - 1] == ' ' | names[i] is ',' or '|')
            {
                var rest = names[(i + 1)..].TrimStart();
                if (HeaderLabel.Read(rest, out var value, out _) is HeaderField.Date or HeaderField.Updated)
                {
                    rest = value;
                }

                if (DateReader.Read(rest) is { IsDay: true } found && rest[found.Length..].Trim().IsEmpty)
                {
                    date = found;
                    return names[..i].TrimEnd();
                }
            }
        }

        return names;
    }

    private static bool LooksLikeNames(ReadOnlySpan<char> names)
    {
        if (names is [.., '.'] && !(names.Length > 2 && (char.IsUpper(names[^2]) || names.EndsWith("Jr.", StringComparison.Ordinal) || names.EndsWith("Sr.", StringComparison.Ordinal))))
        {
            return false;
        }

        int words = 0, capitals = 0;
        foreach (var range in names.SplitAny(" ,;/&|()+"))
        {
            var word = names[range].Trim(".’'\"“”:");
            if (word.IsEmpty || word is "-" or "–" or "—" || word.Contains('@'))
            {
                continue;
            }

            words++;
            if (char.IsDigit(word[0]) || (words == 1 && (MonthNames.Month(word) != 0 && word.Length > 3 && word is not ("April" or "June" or "August" or "May") || IsDayName(word))))
            {
                return false;
            }

            if (char.IsUpper(word[0]) || char.GetUnicodeCategory(word[0]) == System.Globalization.UnicodeCategory.OtherLetter || IsPrefixed(word))
            {
                capitals++;
            }
            else if (!IsParticle(word))
            {
                return false;
            }
        }

        return capitals > 0 && words <= 24;
    }

    private static bool IsDayName(ReadOnlySpan<char> word) => word.Length > 4 && MonthNames.IsWeekday(word);

    /// <summary><c>al-Masri</c>, <c>d'Arc</c>.</summary>
    private static bool IsPrefixed(ReadOnlySpan<char> word) =>
        word.IndexOfAny("-'’") is var at and > 0 and < 4 && at + 1 < word.Length && char.IsUpper(word[at + 1]);

    private static bool IsParticle(ReadOnlySpan<char> word)
    {
        foreach (var particle in Particles)
        {
            if (word.Equals(particle, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
