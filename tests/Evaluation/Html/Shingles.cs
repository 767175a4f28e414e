using System.Text.RegularExpressions;

namespace Ingest.Evaluation.Html;

/// <summary>Multisets of 4-grams of words, as the article-extraction-benchmark (Scrapinghub, 2020) compares bodies.</summary>
internal static partial class Shingles
{
    private const int Size = 4;

    /// <summary>Shares of the union that are common, only predicted, only true.</summary>
    public static (double Common, double Extra, double Missing) Compare(string predicted, string expected)
    {
        var (mine, theirs) = (Of(predicted), Of(expected));
        double common = 0, extra = 0, missing = 0;
        foreach (var (shingle, count) in mine)
        {
            var other = theirs.GetValueOrDefault(shingle);
            common += Math.Min(count, other);
            extra += Math.Max(0, count - other);
        }

        foreach (var (shingle, count) in theirs)
        {
            missing += Math.Max(0, count - mine.GetValueOrDefault(shingle));
        }

        var all = common + extra + missing;
        return all == 0 ? (0, 0, 0) : (common / all, extra / all, missing / all);
    }

    private static Dictionary<string, int> Of(string text)
    {
        var words = Word().Matches(text).Select(match => match.Value).ToArray();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i + Math.Min(Size, words.Length) <= words.Length && words.Length > 0; i++)
        {
            var shingle = string.Join(' ', words, i, Math.Min(Size, words.Length));
            counts[shingle] = counts.GetValueOrDefault(shingle) + 1;
            if (words.Length <= Size)
            {
                break;
            }
        }

        return counts;
    }

    [GeneratedRegex(@"\w+", RegexOptions.None, 10_000)]
    private static partial Regex Word();
}
