using System.Globalization;
using Ingest.Contracts;

namespace Ingest.Parser.Days;

/// <summary>
/// Resolves "on Wednesday", "gestern", "el martes pasado" against the day of publication. A weekday without a word of direction is
/// the last such day not after it, since news is written about what happened, unless its clause speaks of what is to come.
/// </summary>
internal static class DayReader
{
    private const int MostDays = 100;

    /// <summary>In the text's order, each reading once. Nothing when the day of publication or the language is not known.</summary>
    public static IReadOnlyList<NamedDay> Read(string text, string? publishedAt, string? language)
    {
        if (publishedAt is not { Length: >= 10 } || DayWords.Of(language) is not { } words ||
            !DateOnly.TryParseExact(publishedAt.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var published) ||
            published.Year < 1600 || published > new DateOnly(9990, 1, 1))
        {
            return [];
        }

        List<NamedDay>? days = null;
        for (var at = 0; at < text.Length && (days?.Count ?? 0) < MostDays;)
        {
            var next = text.AsSpan(at).IndexOfAny(words.Names);
            if (next < 0)
            {
                break;
            }

            at += next;
            var length = words.Match(text.AsSpan(at), out var day);
            if (length > 0 && (at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '-' or '’' or '\'')) && Resolve(text, at, length, day, words, published) is { } named &&
                days?.Contains(named) != true)
            {
                (days ??= []).Add(named);
            }

            at += Math.Max(length, 1);
        }

        return days ?? (IReadOnlyList<NamedDay>)[];
    }

    private static NamedDay? Resolve(string text, int at, int length, int day, DayWords words, DateOnly published)
    {
        var clause = new DayClause(text, at, length, words);
        if (day >= 98)
        {
            return clause.NearIsDay ? Named(text, at, at + length, published.AddDays(day - 100)) : null;
        }

        if (!clause.IsDay)
        {
            return null;
        }

        var distance = ((int)published.DayOfWeek - day + 7) % 7;
        var date = clause.Direction switch
        {
            DayDirection.Next => published.AddDays(distance == 0 ? 7 : 7 - distance),
            DayDirection.Last => published.AddDays(distance == 0 ? -7 : -distance),
            DayDirection.Coming => published.AddDays(distance == 0 ? 0 : 7 - distance),
            _ => published.AddDays(-distance),
        };
        return Named(text, clause.Start, clause.End, date);
    }

    private static NamedDay Named(string text, int start, int end, DateOnly date) =>
        new() { Text = text[start..end], Date = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
}
