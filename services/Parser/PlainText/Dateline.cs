using Ingest.Parser.Agencies;
using Ingest.Parser.Dates;

namespace Ingest.Parser.PlainText;

/// <summary>
/// The opening of a wire story: <c>LONDON, March 9 (Reuters) -</c>. Stays in the body; place and day are kept as written, the
/// agency is named by itself.
/// </summary>
internal sealed record Dateline(string Text, IReadOnlyList<string> Agencies, FoundDate? Date)
{
    private const int LongestPrefix = 110;

    /// <summary>The dateline that <paramref name="paragraph"/> opens with, or null.</summary>
    public static Dateline? Read(ReadOnlySpan<char> paragraph)
    {
        if (paragraph.Length < 5 || !(char.IsLetter(paragraph[0]) || paragraph[0] == '('))
        {
            return null;
        }

        var window = paragraph[..Math.Min(paragraph.Length, LongestPrefix)];
        var lineEnd = window.IndexOf('\n');
        var dash = FindDash(lineEnd < 0 ? window : window[..lineEnd], paragraph.Length);
        if (dash < 3)
        {
            return null;
        }

        var prefix = window[..dash].TrimEnd(" -–—:");
        var agencies = new List<string>(1);
        var named = TakeAgencies(ref prefix, agencies, out var parenthesised);
        prefix = prefix.TrimEnd(" ,.-–—:/");
        if (prefix.IsEmpty)
        {
            return named ? new Dateline("", agencies, null) : null;
        }

        var (place, date) = TakeDate(prefix);
        return IsPlace(place, capitals: !(named || (date is not null && parenthesised)), dated: date is not null)
            ? new Dateline(prefix.ToString(), agencies, date)
            : null;
    }

    /// <summary>The dash that ends the dateline: after a space or a parenthesis, and before the sentence.</summary>
    private static int FindDash(ReadOnlySpan<char> window, int paragraphLength)
    {
        for (var i = 3; i < window.Length; i++)
        {
            if (window[i] is '-' or '–' or '—' or '―' or '‑')
            {
                var before = window[i - 1] is ' ' or ')' or '\u00A0' or '.';
                var after = i + 1 == paragraphLength || (i + 1 < window.Length && window[i + 1] is ' ' or '-' or '\u00A0');
                if ((before && after) || (window[i] is '—' or '–' && (before || after || char.IsUpper(window[i - 1]))))
                {
                    return i;
                }
            }
        }

        // "(Reuters)" may end a line of its own.
        return window.Length == paragraphLength && window is [.., ')'] ? window.Length : -1;
    }

    private static bool TakeAgencies(ref ReadOnlySpan<char> prefix, List<string> agencies, out bool parenthesised)
    {
        var known = false;
        parenthesised = false;
        if (prefix is [.., ')'] && prefix.LastIndexOf('(') is var start and >= 0)
        {
            parenthesised = true;
            var inside = prefix[(start + 1)..^1].Trim();
            foreach (var range in inside.SplitAny("/,;"))
            {
                var name = inside[range].Trim();
                if (KnownAgencies.Find(name) is { } agency)
                {
                    known = true;
                    agencies.Add(agency);
                }
                else if (name.Length is >= 2 and <= 6 && IsUpperCase(name))
                {
                    agencies.Add(name.ToString());
                }
            }

            prefix = prefix[..start].TrimEnd();
        }
        else
        {
            // "МОСКВА, 13 фев - РИА Новости." has it behind the dash, "MOSCOW, March 9, TASS" and "MOSCOW, March 9 /TASS/." before it.
            var open = prefix.TrimEnd(" ./");
            var comma = open.LastIndexOfAny(",/");
            if (comma > 0 && KnownAgencies.Find(open[(comma + 1)..].Trim()) is { } agency)
            {
                known = true;
                agencies.Add(agency);
                prefix = prefix[..comma];
            }
        }

        return known;
    }

    private static (string Place, FoundDate? Date) TakeDate(ReadOnlySpan<char> prefix)
    {
        for (var at = prefix.IndexOf(' '); at >= 0;)
        {
            var rest = prefix[(at + 1)..];
            if (DateReader.Read(rest, yearless: true) is { } date && rest[date.Length..].Trim(" .,").IsEmpty && date.Day != 0)
            {
                return (prefix[..at].TrimEnd(", ").ToString(), date);
            }

            var next = rest.IndexOf(' ');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return (prefix.ToString(), null);
    }

    /// <summary>A place: its first part in capitals, or, where agency or date speak for it, every word capitalised.</summary>
    private static bool IsPlace(string place, bool capitals, bool dated)
    {
        var comma = place.IndexOf(',', StringComparison.Ordinal);
        var first = comma < 0 ? place : place[..comma];
        if (place.Length is < 3 or > 60 || place.Count(c => c == ' ') > 7)
        {
            return false;
        }

        if (capitals && !IsUpperCase(first))
        {
            return dated && comma < 0 && place.Count(c => c == ' ') <= 2 && EachWordCapitalised(place);
        }

        return EachWordCapitalised(place);
    }

    private static bool EachWordCapitalised(ReadOnlySpan<char> place)
    {
        foreach (var range in place.SplitAny(" ,/-"))
        {
            var word = place[range];
            if (!word.IsEmpty && char.IsLower(word[0]) && word is not ("de" or "del" or "of" or "on" or "la" or "le" or "am" or "an" or "der" or "upon" or "and" or "und" or "el" or "al" or "sur" or "the"))
            {
                return false;
            }

            if (!word.IsEmpty && !char.IsLetter(word[0]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsUpperCase(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            if (char.IsLower(c))
            {
                return false;
            }

            letters += char.IsLetter(c) ? 1 : 0;
        }

        return letters >= 2;
    }
}
