namespace Ingest.Parser.Html.Metadata;

/// <summary>Compares headlines by their words.</summary>
internal static class Wording
{
    private static readonly char[] Dividers = [' ', ',', '.', ':', ';', '!', '?', '-', '–', '—', '|', '"', '(', ')', '“', '”', '’', '\''];

    /// <summary>Whether one is the other in other words: half of the words of the shorter one are in the longer one.</summary>
    public static bool IsAlike(string one, string other)
    {
        HashSet<string> words = Words(one), others = Words(other);
        return words.Count(others.Contains) * 2 >= Math.Max(1, Math.Min(words.Count, others.Count));
    }

    private static HashSet<string> Words(string text) => new(text.Split(Dividers, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
