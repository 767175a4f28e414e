namespace Ingest.Parser.Quotes;

/// <summary>Reads who has spoken from the clause behind a quotation or before it.</summary>
internal static class Attribution
{
    private const int FarthestVerb = 16;

    /// <summary><c>Trump said</c>, <c>said Trump</c>, <c>a déclaré M. Roux</c>, <c>according to Ada Quill</c>.</summary>
    public static SpeakerPhrase? Behind(Clause clause)
    {
        if (clause.Count < 2)
        {
            return clause.Count == 1 ? Hyphenated(clause, 0) : null;
        }

        if (Source(clause, 0) is var name and > 0)
        {
            return NamePhrase.StartingNear(clause, name, null);
        }

        if (VerbAt(clause, 0) is var end and >= 0)
        {
            return Hyphenated(clause, 0) ?? Behind(clause, 0, end);
        }

        for (var i = 1; i < Math.Min(clause.Count, FarthestVerb); i++)
        {
            if (VerbAt(clause, i) is var last and >= 0)
            {
                return Subject(clause, i, last);
            }
        }

        return null;
    }

    /// <summary><c>Trump said:</c>, <c>Am Dienstag sagte Merkel:</c>, <c>Hegseth called the plan</c>, <c>According to Ada Quill,</c>.</summary>
    public static SpeakerPhrase? Before(Clause clause)
    {
        if (Source(clause, 0) is var name and > 0)
        {
            return clause.Count - name <= 6 ? NamePhrase.StartingNear(clause, name, null) : null;
        }

        for (var i = clause.Count - 1; i >= Math.Max(0, clause.Count - FarthestVerb); i--)
        {
            if (ReportingVerbs.IsParticiple(clause[i]))
            {
                return clause.AtSentenceStart && i > 1 && clause.Comma(i) && Between(clause, i) ? Opening(clause, i) : null;
            }

            var start = i > 0 && ReportingVerbs.IsAuxiliary(clause[i - 1]) ? i - 1 : i;
            if (!ReportingVerbs.Is(clause[i]))
            {
                continue;
            }

            if (start > 0 && Subject(clause, start, i) is { } subject)
            {
                // Between verb and quotation another actor may have come in.
                return Between(clause, i) ? subject : null;
            }

            return clause.EndsWithMark && i + 1 < clause.Count ? Inverted(clause, start, i) : null;
        }

        return null;
    }

    /// <summary>The subject of <c>Pete Hegseth echoed it, calling the plan "unrealistic"</c>: the name that opens the sentence.</summary>
    private static SpeakerPhrase? Opening(Clause clause, int participle)
    {
        var last = 0;
        while (last + 1 < participle && !clause.Comma(last + 1) && NamePhrase.IsCapital(clause[last + 1]))
        {
            last++;
        }

        // Behind the name comes its verb: not "Berlin, Ada Quill…", not "Paris and London…".
        return last + 1 < participle && !clause.Comma(last + 1) && !NameWords.IsPreposition(clause[last + 1])
            ? NamePhrase.EndingAt(clause, last, clause[participle].ToString())
            : null;
    }

    private static bool Between(Clause clause, int verb)
    {
        for (var i = verb + 1; i < clause.Count; i++)
        {
            if (ReportingVerbs.Pronoun(clause[i]) is not null || clause[i] is "who" or "which" or "qui" or "quien" or "die" or "der")
            {
                return false;
            }
        }

        return true;
    }

    private static SpeakerPhrase? Inverted(Clause clause, int start, int verb)
    {
        var phrase = Behind(clause, start, verb);
        // The name has to end the clause: "sagte Merkel:", not "said London was".
        return phrase is { Name: { } name } && !clause.Text(0, clause.Count - 1).EndsWith(name, StringComparison.Ordinal) ? null : phrase;
    }

    private static SpeakerPhrase? Behind(Clause clause, int start, int verb)
    {
        var written = clause.Text(start, verb);
        if (verb + 1 >= clause.Count || clause.Comma(verb + 1) && !NamePhrase.IsCapital(clause[verb + 1]))
        {
            return null;
        }

        return ReportingVerbs.Pronoun(clause[verb + 1]) is { } gender && !NamePhrase.IsCapital(clause[verb + 1])
            ? new SpeakerPhrase(null, gender, written, clause.StartOf(verb + 1))
            : NamePhrase.StartingNear(clause, verb + 1, written);
    }

    private static SpeakerPhrase? Subject(Clause clause, int verb, int verbEnd)
    {
        var written = clause.Text(verb, verbEnd);
        var last = verb - 1;
        while (last > 0 && clause[last] is "also" or "later" or "then" or "once" or "further" or "repeatedly" or "recently" or "previously")
        {
            last--;
        }

        if (ReportingVerbs.Pronoun(clause[last]) is { } gender && (last == 0 || clause[last - 1] is not ("and" or "than" or "of")))
        {
            return new SpeakerPhrase(null, gender, written, clause.StartOf(last));
        }

        // "Ada Quill, the director, said": the name before the apposition, which a comma ends.
        if (clause.Comma(verb) && last > 0)
        {
            for (var i = 1; i <= last; i++)
            {
                if (clause.Comma(i))
                {
                    return i - 1 <= 4 ? NamePhrase.EndingAt(clause, i - 1, written) : null;
                }
            }

            return null;
        }

        return NamePhrase.EndingAt(clause, last, written);
    }

    /// <summary>The last word of the verb that begins at a word, or -1.</summary>
    private static int VerbAt(Clause clause, int index)
    {
        if (ReportingVerbs.Is(clause[index]) || Hyphenated(clause, index) is not null)
        {
            return index;
        }

        return ReportingVerbs.IsAuxiliary(clause[index]) && index + 1 < clause.Count && ReportingVerbs.Is(clause[index + 1]) ? index + 1 : -1;
    }

    /// <summary><c>dit-il</c>, <c>a-t-elle ajouté</c>.</summary>
    private static SpeakerPhrase? Hyphenated(Clause clause, int index)
    {
        var word = clause[index];
        var pronoun = word.LastIndexOf('-') is var dash and > 0 ? word[(dash + 1)..] : default;
        if (pronoun is not ("il" or "elle"))
        {
            return null;
        }

        var verb = word[..word.IndexOf('-')];
        var compound = ReportingVerbs.IsAuxiliary(verb) && index + 1 < clause.Count && ReportingVerbs.Is(clause[index + 1]);
        return compound || ReportingVerbs.Is(verb)
            ? new SpeakerPhrase(null, pronoun is "il" ? 'm' : 'f', compound ? clause.Text(index, index + 1) : verb.ToString(), clause.StartOf(index))
            : null;
    }

    /// <summary>The word behind "according to", "laut" and their like, or -1.</summary>
    private static int Source(Clause clause, int index) => clause[index] switch
    {
        "according" or "According" when index + 2 < clause.Count && clause[index + 1] is "to" => index + 2,
        "по" or "По" when index + 2 < clause.Count && clause[index + 1] is "словам" => index + 2,
        var word when ReportingVerbs.IsSource(word) && index + 1 < clause.Count => index + 1,
        _ => -1,
    };
}
