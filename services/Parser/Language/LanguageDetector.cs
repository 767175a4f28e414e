using System.Numerics;

namespace Ingest.Parser.Language;

/// <summary>
/// Tells a news text's language by its script, small words and letters; microseconds a text. Null when the evidence is thin or
/// divided: no language is better than a wrong one.
/// </summary>
internal static class LanguageDetector
{
    private const int SampleLength = 2_000;
    private const float LeastEvidence = 2.2f;
    private const float LeastLead = 1.25f;
    private const int WordsBetweenLooks = 40;
    private const float DecidedEvidence = 7;
    private const float DecidedLead = 2.2f;

    private const int LeastToContradict = 300;
    private const float EvidenceToContradict = 10;
    private const float LeadToContradict = 3;

    /// <summary>ISO 639-1, or null.</summary>
    public static string? Detect(ReadOnlySpan<char> text)
    {
        var sample = text[..Math.Min(text.Length, SampleLength)];
        var script = Scripts.Dominant(sample);
        return script switch
        {
            Script.Latin or Script.Cyrillic => BySmallWords(sample),
            Script.Arabic => sample.IndexOfAny("ٹڈڑںے") >= 0 ? "ur" : sample.IndexOfAny("پچژگی") >= 0 ? "fa" : "ar",
            Script.None => null,
            _ => Scripts.Language(script),
        };
    }

    /// <summary>
    /// The language of a text that states another one, when its words leave no doubt: sites often state the language of their template. Null when what
    /// is stated may be right, or is a language whose words are not known here.
    /// </summary>
    public static string? Contradict(string stated, ReadOnlySpan<char> text)
    {
        var index = StopWords.IndexOf(stated);
        var sample = text[..Math.Min(text.Length, SampleLength)];
        if (sample.Length < LeastToContradict)
        {
            return null;
        }

        if (index < 0)
        {
            return Scripts.Of(stated) is not Script.None and var own && Scripts.Dominant(sample) is Script.Latin or Script.Cyrillic && own is not (Script.Latin or Script.Cyrillic) ? Detect(text) : null;
        }

        if (Scripts.Dominant(sample) is not (Script.Latin or Script.Cyrillic))
        {
            return Detect(text) is { } found && found != stated ? found : null;
        }

        Span<float> scores = stackalloc float[StopWords.Count];
        scores.Clear();
        Count(scores, sample, stopWhenDecided: false);
        LetterHints.Add(scores, sample);
        var best = Leaders(scores).Best;
        return scores[best] >= EvidenceToContradict && scores[best] >= scores[index] * LeadToContradict ? StopWords.Code(best) : null;
    }

    private static string? BySmallWords(ReadOnlySpan<char> sample)
    {
        Span<float> scores = stackalloc float[StopWords.Count];
        scores.Clear();
        var (words, decided) = Count(scores, sample, stopWhenDecided: true);
        if (decided >= 0)
        {
            return StopWords.Code(decided);
        }

        LetterHints.Add(scores, sample);
        return Winner(scores, words);
    }

    /// <summary>Adds up the evidence of each word; the language that is decided early, or -1.</summary>
    private static (int Words, int Decided) Count(Span<float> scores, ReadOnlySpan<char> sample, bool stopWhenDecided)
    {
        var words = 0;
        for (var i = 0; i < sample.Length;)
        {
            if (!char.IsLetter(sample[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < sample.Length && char.IsLetter(sample[i]))
            {
                i++;
            }

            words++;
            // "U.S." is not the Croatian "u" and "s".
            var initial = i - start == 1 && i < sample.Length && sample[i] == '.';
            if (!initial && i - start <= StopWords.LongestWord)
            {
                Add(scores, StopWords.Languages(sample[start..i]));
            }

            // Most texts need no more than their first sentences.
            if (stopWhenDecided && words % WordsBetweenLooks == 0 && IsDecided(scores, out var decided))
            {
                return (words, decided);
            }
        }

        return (words, -1);
    }

    /// <summary>A word that several languages share says little about each.</summary>
    private static void Add(Span<float> scores, ulong languages)
    {
        if (languages == 0)
        {
            return;
        }

        var weight = 1f / BitOperations.PopCount(languages);
        for (; languages != 0; languages &= languages - 1)
        {
            scores[BitOperations.TrailingZeroCount(languages)] += weight;
        }
    }

    private static bool IsDecided(ReadOnlySpan<float> scores, out int best)
    {
        (best, var second) = Leaders(scores);
        return scores[best] >= DecidedEvidence && scores[best] >= scores[second] * DecidedLead;
    }

    private static string? Winner(ReadOnlySpan<float> scores, int words)
    {
        var (best, second) = Leaders(scores);
        return scores[best] >= LeastEvidence && scores[best] >= scores[second] * LeastLead && scores[best] * 25 >= words ? StopWords.Code(best) : null;
    }

    private static (int Best, int Second) Leaders(ReadOnlySpan<float> scores)
    {
        int best = 0, second = -1;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best])
            {
                second = best;
                best = i;
            }
            else if (second < 0 || scores[i] > scores[second])
            {
                second = i;
            }
        }

        return (best, second);
    }
}
