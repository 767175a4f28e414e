namespace Ingest.Parser.PlainText;

/// <summary>The least that makes an article: a headline, or text with words in it.</summary>
internal static class ArticleLikeness
{
    private const int SampleLength = 4_000;

    public static bool Has(string? title, string body) => HasWords(title) || HasWords(body);

    /// <summary>Two words, or several characters of a script that writes without spaces, and letters not lost among digits.</summary>
    private static bool HasWords(ReadOnlySpan<char> text)
    {
        int words = 0, letters = 0, others = 0, run = 0, ideographs = 0;
        foreach (var c in text[..Math.Min(text.Length, SampleLength)])
        {
            if (char.IsLetter(c))
            {
                letters++;
                words += ++run == 2 ? 1 : 0;
                ideographs += c >= '\u0E00' ? 1 : 0;
            }
            else
            {
                run = 0;
                others += char.IsWhiteSpace(c) ? 0 : 1;
            }
        }

        return (words >= 2 || ideographs >= 4) && letters * 5 >= others;
    }
}
