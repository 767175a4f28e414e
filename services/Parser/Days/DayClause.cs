using System.Buffers;
using Ingest.Parser.Dates;
using Ingest.Parser.Quotes;

namespace Ingest.Parser.Days;

/// <summary>A weekday with the words about it: whether it means one day, and in which direction it lies.</summary>
internal readonly ref struct DayClause
{
    private const int Reach = 120;
    private static readonly SearchValues<char> Breaks = SearchValues.Create(".,;:!?\n\"“”");

    public DayClause(string text, int at, int length, DayWords words)
    {
        (Start, End) = (at, at + length);
        var before = text.AsSpan(Math.Max(0, at - Reach), Math.Min(at, Reach));
        var after = text.AsSpan(End, Math.Min(text.Length - End, Reach));
        var previous = LastWord(before, out var previousAt);
        previous = HasBreak(before[(previousAt + previous.Length)..]) ? default : previous;
        var following = FirstWord(after, out var followingEnd);
        following = HasBreak(after[..(followingEnd - following.Length)]) ? default : following;
        var farther = LastWord(before[..previousAt], out var fartherAt);
        NearIsDay = !(previous.Length is 2 or 3 && previous is "la" or "La" or "una" or "de" or "am" or "Am" or "El" or "el") && !DayWords.Has(words.Every, previous);

        var shift = at - before.Length;
        var prepositioned = words.IsPreposition(previous);
        var direction = DayWords.Has(words.Next, previous) || DayWords.Has(words.Next, following) ? DayDirection.Next
            : DayWords.Has(words.Last, previous) || DayWords.Has(words.Last, following) ? DayDirection.Last
            : DayWords.Has(words.Until, previous) || (prepositioned && DayWords.Has(words.Until, farther)) ? DayDirection.Coming
            : DayDirection.Recent;
        var every = DayWords.Has(words.Every, previous) || (direction is DayDirection.Next or DayDirection.Last && DayWords.Has(words.Every, farther) && !words.IsPreposition(farther) && farther is not ("le" or "il" or "la"));
        // "le mardi" is a habit, "le mardi 4 mars" a date of its own, "mardi dernier" a day; "Black Friday" and "the Sunday Times" are names.
        var named = words.CapitalNames && ((previous.Length > 1 && char.IsUpper(previous[0]) && !prepositioned && direction == DayDirection.Recent && !AtSentenceStart(before[..previousAt])) ||
            (!prepositioned && following.Length > 1 && char.IsUpper(following[0]) && after is [' ', ..]));
        var dated = DateReader.Read(after.TrimStart(", ").TrimStart("den le "), yearless: true) is not null;
        var bare = words.NeedsWord && !prepositioned && direction == DayDirection.Recent && !(DayWords.Has(words.Until, previous));
        IsDay = !every && !named && !dated && !bare && !(direction == DayDirection.Recent && following.SequenceEqual("and") && words.CapitalNames && DayWords.Has(words.Every, farther));

        if (previous.Length > 0 && (prepositioned || DayWords.Has(words.Next, previous) || DayWords.Has(words.Last, previous) || DayWords.Has(words.Until, previous)))
        {
            Start = shift + previousAt;
            if (farther.Length > 0 && words.IsPreposition(farther))
            {
                Start = shift + fartherAt;
            }
        }

        if (following.Length > 0 && (DayWords.Has(words.Next, following) || DayWords.Has(words.Last, following)))
        {
            End += followingEnd;
        }

        Direction = direction == DayDirection.Recent && IsComing(before, after, prepositioned ? farther : previous, words) ? DayDirection.Coming : direction;
    }

    /// <summary>Whether a word such as "mañana" means the day, not the morning.</summary>
    public bool NearIsDay { get; }

    /// <summary>Whether the weekday is one certain day.</summary>
    public bool IsDay { get; }

    public DayDirection Direction { get; }

    /// <summary>Where the phrase begins, with its preposition.</summary>
    public int Start { get; }

    public int End { get; }

    /// <summary>Whether the clause has a verb of what is to come; behind "said on Tuesday" it belongs to what was said.</summary>
    private static bool IsComing(ReadOnlySpan<char> before, ReadOnlySpan<char> after, ReadOnlySpan<char> reporting, DayWords words)
    {
        if (ReportingVerbs.Is(reporting))
        {
            return false;
        }

        for (var rest = before; ;)
        {
            var word = LastWord(rest, out var at);
            if (word.IsEmpty || HasBreak(rest[(at + word.Length)..]) || DayWords.Has(words.Clause, word))
            {
                break;
            }

            if (DayWords.Has(words.Future, word) && word is not ("be" or "to"))
            {
                return true;
            }

            rest = rest[..at];
        }

        for (var rest = after; ;)
        {
            var word = FirstWord(rest, out var end);
            if (word.IsEmpty || HasBreak(rest[..(end - word.Length)]) || DayWords.Has(words.Clause, word) || ReportingVerbs.Is(word))
            {
                return false;
            }

            if (DayWords.Has(words.Future, word) && word is not ("be" or "to" or "going"))
            {
                return true;
            }

            rest = rest[end..];
        }
    }

    private static bool HasBreak(ReadOnlySpan<char> between) => between.ContainsAny(Breaks);

    private static bool AtSentenceStart(ReadOnlySpan<char> before) => before.TrimEnd(" “\"„«") is [] or [.., '.' or '!' or '?' or '\n' or ':' or '-' or '—' or '–'];

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text, out int at)
    {
        var end = text.Length;
        while (end > 0 && !char.IsLetterOrDigit(text[end - 1]))
        {
            end--;
        }

        at = end;
        while (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '\'' or '’'))
        {
            at--;
        }

        return text[at..end];
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text, out int end)
    {
        var start = 0;
        while (start < text.Length && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '\'' or '’'))
        {
            end++;
        }

        return text[start..end];
    }
}
