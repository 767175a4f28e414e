namespace Ingest.Deduplicator.Text;

/// <summary>Whether two words may be one of which a scanner misread letters.</summary>
internal static class MisreadWord
{
    /// <summary>Share of the longer word's letters that may be other ones; a page so bad has no text that can be compared.</summary>
    private const double MostMisread = 0.5;

    private const double FewMisread = 0.25;

    private const int FewestOfName = 4;

    /// <summary>As of a possessive.</summary>
    private const int LongestEnding = 2;

    private const int Longest = 32;

    /// <summary>Whether they differ in half of their letters at most (Levenshtein's distance), or one is the beginning of the other: scanners part words.</summary>
    public static bool IsOf(string first, string second)
    {
        var (a, b) = (Fold(first), Fold(second));
        return a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal)
            || Distance(a, b) <= Math.Max(a.Length, b.Length) * MostMisread;
    }

    /// <summary>
    /// Whether they differ in so few letters, or one has so little behind the other (BRAZIL'S), that they are one without any other sign of a scan. Short ones never are: NWA and TWA, GM
    /// and GMAC are names.
    /// </summary>
    public static bool HasFewMisread(string first, string second)
    {
        var (a, b) = (Fold(first), Fold(second));
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        return Distance(a, b) <= shorter.Length * FewMisread ||
            (shorter.Length >= FewestOfName && longer.Length <= shorter.Length + LongestEnding && longer.StartsWith(shorter, StringComparison.Ordinal));
    }

    private static string Fold(string word) =>
        string.Concat(word.Take(Longest).Select(letter => Characters.Fold(letter)));

    private static int Distance(string first, string second)
    {
        Span<int> row = stackalloc int[Longest + 1];
        for (var j = 0; j <= second.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= first.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= second.Length; j++)
            {
                var changed = diagonal + (first[i - 1] == second[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[second.Length];
    }
}
