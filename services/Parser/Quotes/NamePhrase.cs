namespace Ingest.Parser.Quotes;

/// <summary>Takes names from the words of a clause: capitalised words in a row, small particles within them, titles off.</summary>
internal static class NamePhrase
{
    private const int MostWords = 5;

    /// <summary>The name that ends with word <paramref name="last"/>; null when it is none, or is not who acts.</summary>
    public static SpeakerPhrase? EndingAt(Clause clause, int last, string? verb)
    {
        if (last < 0 || !IsCapital(clause[last]))
        {
            return null;
        }

        var first = last;
        while (first > 0 && last - first < MostWords && !clause.Comma(first) &&
            (IsCapital(clause[first - 1]) || (NameWords.IsParticle(clause[first - 1]) && first > 1 && !clause.Comma(first - 1) && IsCapital(clause[first - 2]) && !NameWords.IsTitle(clause[first - 2]))))
        {
            first--;
        }

        // "a spokesman for Acme said", "Smith and Jones said": the name is not, or not alone, the one who speaks.
        if (first > 0 && !clause.Comma(first) && NameWords.IsPreposition(clause[first - 1]))
        {
            return null;
        }

        return Of(clause, first, last, verb);
    }

    /// <summary>The name that begins at or shortly behind word <paramref name="from"/>, behind lower-case words for an office.</summary>
    public static SpeakerPhrase? StartingNear(Clause clause, int from, string? verb)
    {
        for (var first = from; first < clause.Count && first <= from + 4; first++)
        {
            var word = clause[first];
            if (first > from && clause.Comma(first) && !IsCapital(word))
            {
                return null;
            }

            if (!IsCapital(word))
            {
                // German nouns have capitals: behind an article stands no name.
                if (word is "ein" or "eine" or "einer" or "der" or "die" or "das" || NameWords.IsPreposition(word) || ReportingVerbs.Is(word) || ReportingVerbs.Pronoun(word) is not null || !char.IsLetter(word[0]))
                {
                    return null;
                }

                continue;
            }

            var last = first;
            while (last + 1 < clause.Count && last - first < MostWords && !clause.Comma(last + 1) &&
                (IsCapital(clause[last + 1]) || (NameWords.IsParticle(clause[last + 1]) && last + 2 < clause.Count && !clause.Comma(last + 2) && IsCapital(clause[last + 2]))))
            {
                last++;
            }

            // "said Smith and Jones": not one speaker.
            if (last + 1 < clause.Count && !clause.Comma(last + 1) && clause[last + 1] is "and" or "und" or "et" or "y" or "e" or "en" or "и")
            {
                return null;
            }

            return Of(clause, first, last, verb);
        }

        return null;
    }

    public static bool IsCapital(ReadOnlySpan<char> word) => char.IsUpper(word[0]);

    private static SpeakerPhrase? Of(Clause clause, int first, int last, string? verb)
    {
        while (last > first && (NameWords.IsNoName(clause[last]) || clause[last] is "Jr." or "Sr."))
        {
            last--;
        }

        char? gender = null;
        var start = first;
        // "US War Secretary Pete Hegseth": an office and all before it is no part of the name. "Stephen King" is one.
        for (var i = first; i < last; i++)
        {
            if (NameWords.IsTitle(clause[i]))
            {
                gender ??= Gender(clause[i].TrimEnd('.'));
                start = i + 1;
            }
        }

        // The small word at the beginning of a sentence has a capital too: "But Trump said".
        while (start <= last && (NameWords.IsNoName(clause[start]) || (start == first && start == last && NameWords.IsTitle(clause[start])) || (NameWords.IsParticle(clause[start]) && !IsCapital(clause[start]))))
        {
            start++;
        }

        if (start > last || clause[last].Length < 2 || !char.IsLetter(clause[last][^1]) && clause[last][^1] != '.')
        {
            return null;
        }

        var name = clause.Text(start, last);
        name = name.EndsWith("'s", StringComparison.Ordinal) || name.EndsWith("’s", StringComparison.Ordinal) ? "" : name;
        return name.Length is < 2 or > 60 || name.Contains('\n', StringComparison.Ordinal) ? null : new SpeakerPhrase(name, gender, verb, clause.StartOf(start), start == last && start == 0 && clause.AtSentenceStart);
    }

    private static char? Gender(ReadOnlySpan<char> title) => title switch
    {
        "Mr" or "Herr" or "M" or "Sr" or "Sig" or "Sir" or "Lord" or "King" or "Prince" => 'm',
        "Mrs" or "Ms" or "Miss" or "Frau" or "Mme" or "Mlle" or "Sra" or "Queen" or "Princess" or "Lady" => 'f',
        _ => null,
    };
}
