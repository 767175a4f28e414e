using System.Globalization;
using Ingest.Contracts;

namespace Ingest.Deduplicator.Tests.Set;

/// <summary>Random articles that are near each other in every way the rules know: copies, cuts, new leads, other numbers, quotes, dates, scans.</summary>
internal sealed class RandomNews(Random random)
{
    private static readonly DateTimeOffset Start = new(2025, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly List<string[]> _bases = [];
    private readonly string?[] _sources = ["Daily", "Reuters", "AFP", null, null, null];
    private readonly string[] _titles = ["Harbour reopens", "Bank rate unchanged", "CORRECTED - Harbour reopens", "UPDATE 1-Bank rate unchanged", "Storm", ""];

    public Article Next(int number, long revision)
    {
        if (_bases.Count < 5)
        {
            _bases.Add(Words(random.Next(10, 90)));
        }

        var words = Mutate([.. _bases[random.Next(_bases.Count)]]);
        if (random.Next(8) == 0 && words.Count > 30)
        {
            words.Insert(random.Next(4), "\u201C");
            words.Insert(random.Next(25, words.Count), "\u201D");
        }

        return News.Article(
            "a" + number.ToString(CultureInfo.InvariantCulture),
            _titles[random.Next(_titles.Length)],
            random.Next(12) == 0 ? "" : string.Join(' ', words),
            Date(),
            revision,
            _sources[random.Next(_sources.Length)],
            random.Next(2) == 0 ? ["Reuters"] : []);
    }

    private List<string> Mutate(List<string> words)
    {
        if (random.Next(4) == 0)
        {
            words = [.. words.Select(Misread)];
        }

        switch (random.Next(8))
        {
            case 0:
                return words[..(words.Count * random.Next(3, 10) / 10)];
            case 1:
                return [.. Words(random.Next(5, 20)), .. words[(words.Count / 4)..]];
            case 2:
                words[random.Next(words.Count)] = random.Next(100).ToString(CultureInfo.InvariantCulture);
                return words;
            case 3:
                for (var i = 0; i < words.Count; i += random.Next(5, 30))
                {
                    words[i] = Word();
                }

                return words;
            case 4:
                return [.. words, .. Words(random.Next(5, 60))];
            case 5:
                return [.. words, .. _bases[random.Next(_bases.Count)]];
            default:
                return words;
        }
    }

    private string? Date() => random.Next(7) switch
    {
        0 => null,
        1 => "2025-03",
        2 => Start.AddDays(random.Next(10)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Start.AddHours(random.Next(400)).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
    };

    private string[] Words(int count) => [.. Enumerable.Range(0, count).Select(_ => Word())];

    private string Word() => random.Next(15) == 0
        ? random.Next(40).ToString(CultureInfo.InvariantCulture)
        : Letters(random.Next(3000));

    /// <summary>A word of letters only: one with digits looks misread.</summary>
    private static string Letters(int number) => string.Concat("w", (char)('a' + (number / 676)), (char)('a' + (number / 26 % 26)), (char)('a' + (number % 26)));

    private string Misread(string word) => word.Length > 1 && random.Next(6) == 0 ? word[..^1] + "5" : word;
}
