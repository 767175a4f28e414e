namespace Ingest.Parser.Language;

internal enum Script
{
    None, Latin, Cyrillic, Greek, Hebrew, Arabic, Devanagari, Bengali, Tamil, Thai, Georgian, Armenian, Gurmukhi, Gujarati, Telugu, Kannada, Malayalam, Sinhala, Lao, Burmese, Khmer, Ethiopic, Hangul, Kana, Han,
}

/// <summary>Which script a text is written in; several scripts belong to one language of news.</summary>
internal static class Scripts
{
    private const int EnoughLetters = 200;
    private const int FewestLetters = 8;

    public static Script Dominant(ReadOnlySpan<char> sample)
    {
        Span<int> counts = stackalloc int[(int)Script.Han + 1];
        counts.Clear();
        var letters = 0;
        foreach (var c in sample)
        {
            var script = c < 0x80 ? (char.IsAsciiLetter(c) ? Script.Latin : Script.None) : Of(c);
            if (script != Script.None)
            {
                counts[(int)script]++;
                if (++letters >= EnoughLetters)
                {
                    break;
                }
            }
        }

        // Japanese is written mostly in Han characters; the syllables between them decide.
        if (counts[(int)Script.Kana] * 10 > counts[(int)Script.Han] && counts[(int)Script.Kana] > 2)
        {
            counts[(int)Script.Kana] += counts[(int)Script.Han];
        }

        var best = Script.None;
        for (var script = Script.Latin; script <= Script.Han; script++)
        {
            best = counts[(int)script] > (best == Script.None ? 0 : counts[(int)best]) ? script : best;
        }

        return letters < FewestLetters || counts[(int)best] * 10 < letters * 6 ? Script.None : best;
    }

    /// <summary>The script that a language is written in, where it has one that tells languages apart.</summary>
    public static Script Of(string language) => language switch
    {
        "ar" or "fa" or "ur" => Script.Arabic,
        _ => Array.Find(Enum.GetValues<Script>(), script => Language(script) == language),
    };

    /// <summary>The language that a script belongs to; null when it is one of several.</summary>
    public static string? Language(Script script) => script switch
    {
        Script.Greek => "el",
        Script.Hebrew => "he",
        Script.Devanagari => "hi",
        Script.Bengali => "bn",
        Script.Tamil => "ta",
        Script.Thai => "th",
        Script.Georgian => "ka",
        Script.Armenian => "hy",
        Script.Gurmukhi => "pa",
        Script.Gujarati => "gu",
        Script.Telugu => "te",
        Script.Kannada => "kn",
        Script.Malayalam => "ml",
        Script.Sinhala => "si",
        Script.Lao => "lo",
        Script.Burmese => "my",
        Script.Khmer => "km",
        Script.Ethiopic => "am",
        Script.Hangul => "ko",
        Script.Kana => "ja",
        Script.Han => "zh",
        _ => null,
    };

    private static Script Of(char c) => c switch
    {
        >= '\u00C0' and <= '\u024F' => Script.Latin,
        >= '\u1E00' and <= '\u1EFF' => Script.Latin,
        >= '\u0370' and <= '\u03FF' => Script.Greek,
        >= '\u0400' and <= '\u052F' => Script.Cyrillic,
        >= '\u0531' and <= '\u058F' => Script.Armenian,
        >= '\u0590' and <= '\u05FF' => Script.Hebrew,
        >= '\u0600' and <= '\u077F' => Script.Arabic,
        >= '\u0900' and <= '\u097F' => Script.Devanagari,
        >= '\u0980' and <= '\u09FF' => Script.Bengali,
        >= '\u0B80' and <= '\u0BFF' => Script.Tamil,
        >= '\u0A00' and <= '\u0A7F' => Script.Gurmukhi,
        >= '\u0A80' and <= '\u0AFF' => Script.Gujarati,
        >= '\u0C00' and <= '\u0C7F' => Script.Telugu,
        >= '\u0C80' and <= '\u0CFF' => Script.Kannada,
        >= '\u0D00' and <= '\u0D7F' => Script.Malayalam,
        >= '\u0D80' and <= '\u0DFF' => Script.Sinhala,
        >= '\u0E80' and <= '\u0EFF' => Script.Lao,
        >= '\u1000' and <= '\u109F' => Script.Burmese,
        >= '\u1200' and <= '\u137F' => Script.Ethiopic,
        >= '\u1780' and <= '\u17FF' => Script.Khmer,
        >= '\u0E00' and <= '\u0E7F' => Script.Thai,
        >= '\u10A0' and <= '\u10FF' => Script.Georgian,
        >= '\u3040' and <= '\u30FF' => Script.Kana,
        >= '\u3400' and <= '\u9FFF' => Script.Han,
        >= '\uAC00' and <= '\uD7AF' => Script.Hangul,
        _ => Script.None,
    };
}
