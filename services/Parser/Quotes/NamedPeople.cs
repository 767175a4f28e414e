using System.Buffers;

namespace Ingest.Parser.Quotes;

/// <summary>What an article says of its people before a place in it: full names of surnames, and who was spoken of last.</summary>
internal sealed class NamedPeople(string text, string? language)
{
    private const int Reach = 1_500;
    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" ,.;:\n”\"“»");

    private readonly Dictionary<string, char> _genders = new(StringComparer.Ordinal);
    private string? _last;
    private int _lastAt;

    /// <summary>The name of who is meant, in full where the text gave it before; null when that is not certain.</summary>
    public string? Resolve(SpeakerPhrase phrase)
    {
        var name = phrase.Name is null ? ByPronoun(phrase) : ByName(phrase);
        if (name is not null)
        {
            (_last, _lastAt) = (name, phrase.At);
            if (phrase.Gender is { } gender)
            {
                _genders[name] = gender;
            }
        }

        return name;
    }

    private string? ByPronoun(SpeakerPhrase phrase) =>
        _last is not null && phrase.At - _lastAt is > 0 and < Reach && (!_genders.TryGetValue(_last, out var known) || known == phrase.Gender) &&
        !NamesAnother(text.AsSpan(_lastAt, phrase.At - _lastAt), _last)
            ? _last
            : null;

    private string? ByName(SpeakerPhrase phrase)
    {
        var name = phrase.Name!;
        if (name.Contains(' ', StringComparison.Ordinal))
        {
            return name;
        }

        // At the beginning of a sentence, and of German nouns anywhere, a capital alone makes no name.
        var doubtful = phrase.First || language == "de";
        var full = FullName(name, phrase.At);
        return full ?? (phrase.First ? null : doubtful && phrase.Gender is null && phrase.Verb is null ? null : name);
    }

    /// <summary>The one full name that ends with the surname before a place in the text; null when there is none, or are two.</summary>
    private string? FullName(string surname, int before)
    {
        string? full = null;
        for (var at = text.IndexOf(surname, 0, before, StringComparison.Ordinal); at >= 0 && at < before; at = Next(surname, at, before))
        {
            var end = at + surname.Length;
            if (at < 2 || text[at - 1] != ' ' || (end < text.Length && char.IsLetterOrDigit(text[end])))
            {
                continue;
            }

            var first = at - 1;
            while (first > 0 && (char.IsLetter(text[first - 1]) || text[first - 1] is '.' or '-' or '’' or '\'' || (text[first - 1] == ' ' && IsInner(first))))
            {
                first--;
            }

            var found = text[first..end].TrimStart(' ', '.', '-', '\'', '’');
            var given = found.AsSpan(0, Math.Max(0, found.Length - surname.Length)).TrimEnd();
            if (given.IsEmpty || !char.IsUpper(given[0]) || NameWords.IsTitle(given) || NameWords.IsNoName(given) || given.Contains('.') && given.Length > 6)
            {
                continue;
            }

            if (full is not null && full != found)
            {
                return null;
            }

            full = found;
        }

        return full;

        // A middle initial or a particle goes on to the left.
        bool IsInner(int place)
        {
            var word = text.AsSpan(place, WordEnd(place) - place);
            return word is [var c, '.'] && char.IsUpper(c) || NameWords.IsParticle(word);
        }

        int WordEnd(int place)
        {
            var end = place;
            while (end < text.Length && text[end] != ' ')
            {
                end++;
            }

            return end;
        }
    }

    private int Next(string surname, int at, int before) =>
        at + 1 < before ? text.IndexOf(surname, at + 1, before - at - 1, StringComparison.Ordinal) : -1;

    /// <summary>Whether two capitalised words in a row, not at the beginning of a sentence, name somebody else.</summary>
    private static bool NamesAnother(ReadOnlySpan<char> between, string last)
    {
        var surname = last.AsSpan(last.LastIndexOf(' ') + 1);
        for (var i = 1; i + 2 < between.Length; i++)
        {
            if (between[i] != ' ' || !char.IsUpper(between[i + 1]) || !char.IsLower(between[i + 2]))
            {
                continue;
            }

            var rest = between[(i + 1)..];
            var end = rest.IndexOfAny(WordEnds);
            if (end > 1 && end + 1 < rest.Length && rest[end] == ' ' && char.IsUpper(rest[end + 1]) && between[i - 1] is not ('.' or '!' or '?' or '\n') &&
                !NameWords.IsNoName(rest[..end]) && !rest[(end + 1)..].StartsWith(surname))
            {
                return true;
            }
        }

        return false;
    }
}
