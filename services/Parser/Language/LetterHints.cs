using System.Buffers;

namespace Ingest.Parser.Language;

/// <summary>Letters that few languages have, as evidence beside the small words.</summary>
internal static class LetterHints
{
    private static readonly SearchValues<char> Special = SearchValues.Create("ßñãõşğıőűłężřěůășțøæåćđіїєъыэђћњљÿœľĺŕėųįāēīķļņģðþўґќѓәңқүөұһăơưậạảấầếềểệốồổộớờởợụủứừửữựịỉëç");

    private static readonly (string Letters, string[] Languages)[] Hints =
    [
        ("ß", ["de"]), ("ñ", ["es"]), ("ãõ", ["pt"]), ("şğı", ["tr"]), ("őű", ["hu"]), ("ë", ["sq", "nl", "fr"]), ("ç", ["fr", "pt", "tr", "ca", "sq"]), ("łż", ["pl"]), ("ę", ["pl", "lt"]), ("řěů", ["cs"]), ("șț", ["ro"]), ("ă", ["ro", "vi"]),
        ("øæ", ["da", "no"]), ("å", ["sv", "da", "no"]), ("ć", ["hr", "pl"]), ("đ", ["hr", "vi"]), ("їє", ["uk"]), ("і", ["uk", "be"]), ("ыэ", ["ru", "be"]), ("ў", ["be"]), ("ґ", ["uk"]), ("ќѓ", ["mk"]), ("әңқүөұһ", ["kk"]), ("ľĺŕ", ["sk"]), ("ėųį", ["lt"]), ("āēīķļņģ", ["lv"]), ("ðþ", ["is"]), ("ơưậạảấầếềểệốồổộớờởợụủứừửữựịỉ", ["vi"]), ("ђћ", ["sr"]), ("њљ", ["sr", "mk"]), ("ъ", ["bg"]), ("œ", ["fr"]),
    ];

    private static readonly Dictionary<char, int[]> ByLetter = Hints
        .SelectMany(hint => hint.Letters.Select(letter => KeyValuePair.Create(letter, hint.Languages.Select(IndexOf).ToArray())))
        .ToDictionary();

    public static void Add(Span<float> scores, ReadOnlySpan<char> sample)
    {
        var counted = 0;
        for (var at = sample.IndexOfAny(Special); at >= 0 && counted < 60; at = sample.IndexOfAny(Special))
        {
            counted++;
            if (ByLetter.TryGetValue(sample[at], out var languages))
            {
                foreach (var language in languages)
                {
                    scores[language] += 0.25f / languages.Length;
                }
            }

            sample = sample[(at + 1)..];
        }
    }

    private static int IndexOf(string code)
    {
        for (var i = 0; i < StopWords.Count; i++)
        {
            if (StopWords.Code(i) == code)
            {
                return i;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(code), code, "No profile for this language.");
    }
}
