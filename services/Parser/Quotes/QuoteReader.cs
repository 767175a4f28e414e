using Ingest.Contracts;

namespace Ingest.Parser.Quotes;

/// <summary>
/// Quotations with the one who said them, where the text attributes them beside the quotation: behind it, before it, or by going on
/// after an attribution. What is not certain is left out: no speaker is better than a wrong one.
/// </summary>
internal static class QuoteReader
{
    private const int LongestBody = 400_000;

    public static IReadOnlyList<Quote> Read(string body, string? language)
    {
        if (body.Length > LongestBody)
        {
            return [];
        }

        var passages = QuotedPassages.Find(body);
        if (passages.Count == 0)
        {
            return [];
        }

        var quotes = new List<Quote>();
        var people = new NamedPeople(body, language);
        (string Speaker, string? Verb, int End)? going = null;
        for (var i = 0; i < passages.Count; i++)
        {
            var passage = passages[i];
            var behind = Clause.After(body, passage.End);
            var phrase = IsOpenEnded(passage, body) ? Attribution.Behind(behind) : null;
            var end = behind.End;
            if (phrase is null && Clause.Before(body, passage.Start, i > 0 ? passages[i - 1].End : 0) is { Count: > 1 } before && !(i > 0 && IsTaken(going, before, passages[i - 1])))
            {
                phrase = Attribution.Before(before);
                end = passage.End;
            }

            if (phrase is { } found)
            {
                going = people.Resolve(found) is { } speaker ? (speaker, found.Verb, end) : null;
                Add(quotes, passage, going);
            }
            else if (going is { } same && GoesOn(body, same.End, passage.Start))
            {
                going = (same.Speaker, same.Verb, passage.End);
                Add(quotes, passage, going);
            }
            else
            {
                going = null;
            }
        }

        return quotes;
    }

    /// <summary>Whether the sentence goes on behind the quotation: behind a full stop within it, a capital opens another.</summary>
    private static bool IsOpenEnded(QuotedPassage passage, string body)
    {
        var rest = body.AsSpan(passage.End).TrimStart(" \u00A0");
        return passage.Text is [.., ',' or '!' or '?' or '…'] || rest is [',' or '-' or '–' or '—', ..] || (rest.Length > 0 && char.IsLower(rest[0]) && passage.Text.Contains(' ', StringComparison.Ordinal));
    }

    /// <summary>The words before a quotation that were already read as belonging to the one before.</summary>
    private static bool IsTaken((string Speaker, string? Verb, int End)? going, Clause before, QuotedPassage previous) =>
        going is { } same && same.End > previous.End && before.StartOf(0) < same.End;

    /// <summary>A quotation goes on when nothing but the attribution stands between its parts.</summary>
    private static bool GoesOn(string body, int from, int to) => to >= from && body.AsSpan(from, to - from).Trim(" .,\u00A0–—-").IsEmpty && !body.AsSpan(from, to - from).Contains('\n');

    /// <summary>Without the comma or, behind a part of a sentence, the full stop that belongs to the sentence around it.</summary>
    private static string Said(string text) =>
        text is [.., ','] || (text is [var first, .., '.'] && char.IsLower(first) && text.IndexOf('.', StringComparison.Ordinal) == text.Length - 1) ? text[..^1] : text;

    private static void Add(List<Quote> quotes, QuotedPassage passage, (string Speaker, string? Verb, int End)? said)
    {
        if (said is { } known && passage.Text.AsSpan().IndexOfAnyInRange('A', '\uFFFD') >= 0)
        {
            quotes.Add(new Quote { Text = Said(passage.Text), Speaker = known.Speaker, Verb = known.Verb });
        }
    }
}
