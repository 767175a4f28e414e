using System.Globalization;
using Ingest.Evaluation.Reuters;

namespace Ingest.Evaluation.Dedup;

/// <summary>Real stories, copies of some of them with known edits, and made-up ones, as files named by number; and what became of them.</summary>
internal sealed class CopyArchive(DirectoryInfo folder, IReadOnlyList<Story> stories, CopyMaker maker, int seed)
{
    /// <summary>Share of word triples below which two stories are different ones beyond doubt.</summary>
    private const double Different = 0.2;

    private readonly Dictionary<int, (string Kind, News News, int Original)> _files = [];
    private readonly Random _random = new(seed);

    public void Write(int copies, int fresh)
    {
        var news = stories.Select(Of).ToList();
        foreach (var one in news)
        {
            Add("real", one, -1);
        }

        foreach (var (name, edit) in maker.Edits)
        {
            for (var i = 0; i < copies; i++)
            {
                var original = _random.Next(news.Count);
                Add(name, edit(news[original]) with { Date = news[original].Date.AddMinutes(_random.Next(1, 48 * 60)) }, original);
            }
        }

        for (var i = 0; i < fresh; i++)
        {
            Add("fresh", maker.Fresh(news[_random.Next(news.Count)]), -1);
        }
    }

    public void Score(Clustered clustered)
    {
        foreach (var kind in _files.Where(file => file.Value.Original >= 0).GroupBy(file => file.Value.Kind))
        {
            var missed = kind.Where(copy => !clustered.AreTogether(copy.Key, copy.Value.Original)).ToList();
            Console.WriteLine(FormattableString.Invariant($"{kind.Key}: recall {1 - ((double)missed.Count / kind.Count()):0.0000} ({missed.Count} of {kind.Count()} missed)"));
            foreach (var (number, copy) in missed.Take(5))
            {
                Console.WriteLine($"  {number} of {copy.Original}: {copy.News.Title}");
            }
        }

        var shingles = new Dictionary<int, HashSet<string>>();
        var falsePairs = 0;
        foreach (var cluster in clustered.Rows.GroupBy(row => row.Value.ClusterId, row => row.Key).Where(cluster => cluster.Count() > 1))
        {
            var sources = cluster.Select(number => _files[number].Original is var original and >= 0 ? original : number).Distinct().ToList();
            for (var i = 0; i < sources.Count; i++)
            {
                for (var j = i + 1; j < sources.Count; j++)
                {
                    var similarity = Similarity(sources[i], sources[j], shingles);
                    var made = cluster.Any(number => _files[number].Kind != "real");
                    if (similarity < Different && made)
                    {
                        falsePairs++;
                        Console.WriteLine(FormattableString.Invariant($"  false: {similarity:0.00} {_files[sources[i]].News.Title} | {_files[sources[j]].News.Title}"));
                    }
                }
            }
        }

        Console.WriteLine(FormattableString.Invariant($"false pairs: {falsePairs} among {_files.Count} articles ({10_000.0 * falsePairs / _files.Count:0.00} in 10,000)"));
    }

    private static News Of(Story story)
    {
        var text = StoryText.Of(story);
        var body = text.IndexOf("\n\n", StringComparison.Ordinal);
        return new News(story.Title, text[(body + 2)..], story.Date);
    }

    private double Similarity(int first, int second, Dictionary<int, HashSet<string>> known)
    {
        var (a, b) = (Triples(first, known), Triples(second, known));
        var shared = a.Count(b.Contains);
        return (double)shared / (a.Count + b.Count - shared);
    }

    private HashSet<string> Triples(int number, Dictionary<int, HashSet<string>> known)
    {
        if (!known.TryGetValue(number, out var found))
        {
            var words = _files[number].News.Body.ToUpperInvariant().Split([' ', '\n', ',', '.', '"'], StringSplitOptions.RemoveEmptyEntries);
            known.Add(number, found = [.. Enumerable.Range(0, Math.Max(0, words.Length - 2)).Select(i => $"{words[i]} {words[i + 1]} {words[i + 2]}")]);
        }

        return found;
    }

    private void Add(string kind, News news, int original)
    {
        var number = _files.Count;
        _files.Add(number, (kind, news, original));
        var sub = folder.CreateSubdirectory((number / 1000).ToString(CultureInfo.InvariantCulture));
        File.WriteAllText(
            Path.Combine(sub.FullName, FormattableString.Invariant($"{number}.txt")),
            FormattableString.Invariant($" date {news.Date:yyyy-MM-dd HH:mm} {news.Title}\n\n{news.Body}"));
    }
}
