using Lucene.Net.Analysis.TokenAttributes;

namespace Ingest.Indexer.Search;

/// <summary>A passage of a body that shows the words of a query: the window with the most different ones, the first of equals.</summary>
internal static class Snippets
{
    private const int Length = 240;
    private const int Lead = 40;

    /// <summary>Further words are not looked at: a snippet must cost little whatever the article's length.</summary>
    private const int MostCharacters = 50_000;

    private static readonly NewsAnalyzer Analyzer = new();

    /// <param name="body">The text.</param>
    /// <param name="words">Words, folded as in the index, and prefixes ending in <c>*</c>.</param>
    public static string Of(string body, IReadOnlyList<string> words)
    {
        var matches = words.Count == 0 ? [] : Matches(body.Length > MostCharacters ? body[..MostCharacters] : body, words);
        return Cut(body, matches.Count == 0 ? 0 : Best(matches));
    }

    private static List<(int Start, string Word)> Matches(string text, IReadOnlyList<string> words)
    {
        var exact = words.Where(word => word[^1] != '*').ToHashSet();
        var prefixes = words.Where(word => word[^1] == '*').Select(word => word[..^1]).ToList();
        var matches = new List<(int, string)>();
        using var stream = Analyzer.GetTokenStream(IndexFields.Body, text);
        var term = stream.AddAttribute<ICharTermAttribute>();
        var offset = stream.AddAttribute<IOffsetAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            var word = term.ToString()!;
            if (exact.Contains(word))
            {
                matches.Add((offset.StartOffset, word));
            }
            else if (prefixes.Find(prefix => word.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix)
            {
                matches.Add((offset.StartOffset, prefix));
            }
        }

        stream.End();
        return matches;
    }

    private static int Best(List<(int Start, string Word)> matches)
    {
        var (best, most) = (matches[0].Start, 0);
        for (var i = 0; i < matches.Count; i++)
        {
            var end = matches[i].Start + Length - Lead;
            var different = matches.Skip(i).TakeWhile(match => match.Start < end).Select(match => match.Word).Distinct().Count();
            if (different > most)
            {
                (best, most) = (matches[i].Start, different);
            }
        }

        return best;
    }

    private static string Cut(string body, int at)
    {
        var start = at <= Lead ? 0 : WordAfter(body, at - Lead);
        var end = start + Length >= body.Length ? body.Length : WordBefore(body, start + Length, start);
        var text = string.Join(' ', body[start..end].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return $"{(start > 0 ? "… " : "")}{text}{(end < body.Length ? " …" : "")}";
    }

    private static int WordAfter(string body, int at)
    {
        var blank = body.IndexOf(' ', at, Math.Min(Lead, body.Length - at));
        return blank < 0 ? Whole(body, at) : blank + 1;
    }

    private static int WordBefore(string body, int at, int start)
    {
        var blank = body.LastIndexOf(' ', at, Math.Min(Lead, at - start));
        return blank < 0 ? Whole(body, at) : blank;
    }

    /// <summary>Not in the middle of a surrogate pair.</summary>
    private static int Whole(string body, int at) => char.IsLowSurrogate(body[at]) ? at + 1 : at;
}
