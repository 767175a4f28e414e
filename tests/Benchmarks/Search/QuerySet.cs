using System.Text;

namespace Ingest.Benchmarks.Search;

/// <summary>What people type, made of headlines; and what they should not, made of pieces. Functions of a seed.</summary>
internal static class QuerySet
{
    private static readonly string[] Pieces =
    [
        "oil", "peace", "trade", "bank", "\"", "(", ")", "-", "+", "*", ":", "title:", "body:", "said:", "date:", "date:2015-02", "date:9999-99..", "date:7d", "lang:", "OR", "AND", "NOT", "NEAR",
        "NEAR/3", "NEAR/99999999999", "\\", "/", "~2", "^5", "[a TO b]", "{", "}", "&&", "||", "!", "?", "'", "--", "\u0000", "\uD800", "\u202E", "東京", "東", "é", "e\u0301", "☃", "<script>",
        "'; DROP TABLE documents;--", " ", "\n", "\t", "a*", "s*", "*a", "a*b", "author:(", "body:\"", "1,000.5", "U.S.", "x:y:z", "\uFEFF", "“", "»", "_exists_:id", "*:*", "the", "of the",
        "goverment", "presidnet", "market NEAR/5 share", "\"the company said\"",
    ];

    /// <summary>Words, pairs, triples, whole headlines, phrases, fields, dates, either-or, and without.</summary>
    public static IReadOnlyList<string> Real(MadeUpNews news, int count, int seed)
    {
        var random = new Random(seed);
        var titles = news.Titles;
        return [.. Enumerable.Range(0, count).Select(i => One(i % 20, Words()))];

        string[] Words()
        {
            while (true)
            {
                var words = titles[random.Next(titles.Count)].Split(' ').Select(word => new string([.. word.Where(char.IsLetter)]).ToLowerInvariant()).Where(word => word.Length > 2).ToArray();
                if (words.Length >= 4)
                {
                    return words;
                }
            }
        }

        string One(int kind, string[] words) => kind switch
        {
            < 4 => words[random.Next(words.Length)],
            < 9 => $"{words[0]} {words[2]}",
            < 12 => $"{words[0]} {words[1]} {words[3]}",
            12 or 13 => string.Join(' ', words),
            14 => $"\"{words[0]} {words[1]}\"",
            15 => $"title:{words[0]} {words[2]}",
            16 => $"{words[0]} date:{2006 + random.Next(18)}",
            17 => $"{words[0]} OR {words[1]}",
            18 => $"{words[0]} -{words[2]}",
            _ => $"{words[0][..3]}* {words[1]}",
        };
    }

    public static IReadOnlyList<string> Hostile(int count, int seed)
    {
        var random = new Random(seed);
        string[] long_ = [new string('a', 10_000), string.Join(' ', Enumerable.Range(0, 5000).Select(i => $"w{i}")), new string('(', 1000) + "oil" + new string(')', 1000), new string('-', 9000) + "oil",
            string.Concat(Enumerable.Repeat("oil OR ", 900)) + "oil", new string('"', 9999), new string('東', 3000), string.Join(' ', Enumerable.Repeat("s*", 64)), string.Join(" NEAR ", Enumerable.Repeat("trade", 60))];
        return [.. Enumerable.Range(0, count).Select(i => i < long_.Length ? long_[i] : HalfTyped(random))];
    }

    private static string HalfTyped(Random random)
    {
        var query = new StringBuilder();
        for (var pieces = random.Next(1, 12); pieces > 0; pieces--)
        {
            query.Append(Pieces[random.Next(Pieces.Length)]).Append(random.Next(2) == 0 ? " " : "");
        }

        return query.ToString();
    }
}
