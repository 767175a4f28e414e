using System.Globalization;
using Ingest.Evaluation.Reuters;

namespace Ingest.Evaluation.Dedup;

/// <summary>Real stories, copies of some of them with known edits, and made-up ones, as files named by number; and what became of them.</summary>
internal sealed class CopyArchive(DirectoryInfo folder, IReadOnlyList<Story> stories, CopyMaker maker, int seed)
{
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

        var clusters = clustered.Rows.GroupBy(row => row.Value.ClusterId, row => row.Key).ToDictionary(cluster => cluster.Key, cluster => cluster.ToList());
        var falsePairs = 0;
        foreach (var (number, file) in _files.Where(file => file.Value.Kind != "real" && clustered.Rows.ContainsKey(file.Key)))
        {
            // Real stories have copies of their own; a made article's place is false where its original is not, or where it has none.
            if (file.Original >= 0 && clustered.AreTogether(number, file.Original))
            {
                continue;
            }

            foreach (var other in clusters[clustered.Rows[number].ClusterId].Where(other => other != number && IsAnother(other, file.Original) && (other < number || _files[other].Kind == "real")))
            {
                falsePairs++;
                Console.WriteLine($"  false: {file.Kind} {number} {file.News.Title} | {_files[other].Kind} {other} {_files[other].News.Title}");
            }
        }

        Console.WriteLine(FormattableString.Invariant($"false pairs: {falsePairs} among {_files.Count} articles ({10_000.0 * falsePairs / _files.Count:0.00} in 10,000)"));
    }

    private bool IsAnother(int number, int original) => original < 0 || (number != original && _files[number].Original != original);

    private static News Of(Story story)
    {
        var text = StoryText.Of(story);
        var body = text.IndexOf("\n\n", StringComparison.Ordinal);
        return new News(story.Title, text[(body + 2)..], story.Date);
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
