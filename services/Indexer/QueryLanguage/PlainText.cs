using Ingest.Indexer.Text;

namespace Ingest.Indexer.QueryLanguage;

/// <summary>Queries that are text rather than language.</summary>
internal static class PlainText
{
    private const int FewestShouted = 5;

    /// <summary>All words of a malformed query, without what was meant as language.</summary>
    public static QueryNode? Read(string text, int most, out int count)
    {
        var words = new List<QueryNode.Word>();
        var at = 0;
        foreach (var run in text.Split((char[]?)null))
        {
            var start = at;
            at += run.Length + 1;
            if (run.Length > 0 && run is not ("AND" or "OR" or "NOT" or "NEAR"))
            {
                _ = QueryFields.TrySplit(run.TrimStart('(', '-', '+', '"'), out _, out var value);
                var parts = WordList.Of(value);
                var place = run.IndexOf(value, StringComparison.Ordinal);
                words.AddRange(parts.Select(word => new QueryNode.Word(null, word, IsPrefix: false, parts.Count == 1 && place >= 0 ? start + place : -1)));
            }
        }

        count = words.Count;
        return words.Count switch { 0 => null, 1 => words[0], _ => new QueryNode.Words([.. words.Take(most)]) };
    }

    /// <summary>
    /// Whether a query is a headline or sentence in capitals, so that its AND is a word: five words or more, and no field or star.
    /// <c>TRUMP OR BIDEN</c> is not.
    /// </summary>
    public static bool IsShouted(string text) =>
        !text.Any(char.IsLower) && !text.AsSpan().ContainsAny("*:")
        && text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is var runs
        && runs.Any(run => run is "AND" or "OR" or "NOT" or "NEAR")
        && runs.Count(run => run is not ("AND" or "OR" or "NOT" or "NEAR") && run.Any(char.IsLetter)) >= FewestShouted;
}
