using System.Globalization;

namespace Ingest.Evaluation.Dedup;

/// <summary>Real stories, copies of some of them with known edits, and made-up ones, as files named by number; and what became of them.</summary>
/// <param name="folder">Where the files go.</param>
/// <param name="news">The real stories.</param>
/// <param name="seed">Of what is chosen.</param>
internal sealed class CopyArchive(DirectoryInfo folder, IReadOnlyList<News> news, int seed)
{
    private const int NoStory = -1;
    private const string Paper = "paper";

    private readonly List<Made> _files = [];
    private readonly List<(int File, int[] Parts)> _columns = [];
    private readonly Random _random = new(seed);

    /// <summary>Writes the real stories and so many copies of each kind.</summary>
    public void WriteCopies(IReadOnlyList<CopyKind> kinds, int copies)
    {
        var replaced = kinds.Where(kind => kind.Original is not null).ToList();
        var order = Enumerable.Range(0, news.Count).ToArray();
        if (replaced.Count > 0)
        {
            _random.Shuffle(order);
        }

        var kindOf = new Dictionary<int, CopyKind>();
        for (var i = 0; i < replaced.Count * copies; i++)
        {
            kindOf.Add(order[i], replaced[i / copies]);
        }

        for (var story = 0; story < news.Count; story++)
        {
            var original = kindOf.TryGetValue(story, out var kind) ? kind.Original!(news[story]) : news[story];
            Add(new Made("real", original, story, NoStory));
        }

        foreach (var kind in kinds)
        {
            var of = kind.Original is not null ? order.Where(story => kindOf.TryGetValue(story, out var its) && its == kind)
                : Enumerable.Range(0, copies).Select(_ => order[_random.Next(replaced.Count * copies, order.Length)]);
            foreach (var story in of)
            {
                var copy = kind.Copy(news[story]);
                Add(new Made(kind.Name, kind.Keeps ? copy : copy with { Date = news[story].Date!.Value.AddMinutes(_random.Next(1, 48 * 60)) }, story, story));
            }
        }
    }

    /// <summary>Writes so many articles that are nobody's copy.</summary>
    public void WriteOthers(string kind, int count, Func<News, News?> make)
    {
        for (var written = 0; written < count;)
        {
            if (make(news[_random.Next(news.Count)]) is { } other)
            {
                Add(new Made(kind, other, NoStory, NoStory));
                written++;
            }
        }
    }

    /// <summary>Writes so many stories as several papers print each, and the other real ones as they are.</summary>
    public void WritePapers(int count, Func<News, IEnumerable<News>> print)
    {
        var order = Enumerable.Range(0, news.Count).ToArray();
        _random.Shuffle(order);
        foreach (var story in order[..count])
        {
            foreach (var printed in print(news[story]))
            {
                Add(new Made(Paper, printed, story, NoStory));
            }
        }

        foreach (var story in order[count..])
        {
            Add(new Made("real", news[story], story, NoStory));
        }
    }

    /// <summary>Writes columns of several of the real stories.</summary>
    public void WriteColumns(int count, Func<(News News, int[] Parts)> make)
    {
        for (var i = 0; i < count; i++)
        {
            var (column, parts) = make();
            _columns.Add((_files.Count, parts));
            Add(new Made("column", column, NoStory, NoStory));
        }
    }

    /// <summary>Writes what each file is: its number, kind, story and original.</summary>
    public void WriteTruth(string path) =>
        File.WriteAllLines(path, _files.Select((file, number) => FormattableString.Invariant($"{number}\t{file.Kind}\t{file.Story}\t{file.Original}")));

    /// <summary>Prints recall of each kind and the false pairs.</summary>
    public void Score(Clustered clustered, int misses)
    {
        foreach (var kind in _files.Index().Where(file => file.Item.Original >= 0).GroupBy(file => file.Item.Kind))
        {
            var missed = kind.Where(copy => !clustered.AreTogether(copy.Index, copy.Item.Original)).ToList();
            Console.WriteLine(FormattableString.Invariant($"{kind.Key}: recall {1 - ((double)missed.Count / kind.Count()):0.0000} ({missed.Count} of {kind.Count()} missed)"));
            foreach (var (number, copy) in missed.Take(misses))
            {
                Console.WriteLine($"  {number} of {copy.Original}: {copy.News.Title}");
            }
        }

        var (known, unknown) = new FalsePairs(_files, [.. _columns.Select(column => column.File)], news).In(clustered);
        known.ForEach(pair => Console.WriteLine($"  false: {Show(pair.First)} | {Show(pair.Second)}"));
        unknown.ForEach(pair => Console.WriteLine(FormattableString.Invariant($"  not judged: {Show(pair.First)} | {Show(pair.Second)} (of their stories' word triples the smaller has {pair.Containment:0.00} in common)")));
        Console.WriteLine(FormattableString.Invariant($"false pairs, truth known: {known.Count} among {_files.Count} articles ({10_000.0 * known.Count / _files.Count:0.00} in 10,000)"));
        Console.WriteLine($"pairs of two real stories that nobody has judged, at least one of them through a copy: {unknown.Count}");
        foreach (var kind in _files.Where(file => file.Story == NoStory && file.Kind != "column").GroupBy(file => file.Kind))
        {
            Console.WriteLine($"{kind.Key}: {known.Count(pair => pair.First.Kind == kind.Key)} false pairs among {kind.Count()}");
        }

        ScorePapers(clustered);
        ScoreColumns(clustered);
    }

    private void ScorePapers(Clustered clustered)
    {
        var papers = _files.Index().Where(file => file.Item.Kind == Paper).Select(file => (file.Item.Story, clustered.Rows[file.Index].ClusterId)).ToList();
        if (papers.Count > 0)
        {
            Console.WriteLine($"papers: {papers.Count} articles; {PaperScore.Of(papers)}");
        }
    }

    private void ScoreColumns(Clustered clustered)
    {
        if (_columns.Count == 0)
        {
            return;
        }

        var with = _columns.Select(column => column.Parts.Count(part => clustered.AreTogether(column.File, part))).ToList();
        Console.WriteLine($"columns: of {_columns.Count}, {with.Count(parts => parts > 0)} stand with one of their stories, {with.Count(parts => parts > 1)} with two or more (which brings different stories into one cluster)");
    }

    private static string Show(Made file) => $"{file.Kind} {file.News.Title}";

    private void Add(Made made)
    {
        var number = _files.Count;
        _files.Add(made);
        var sub = folder.CreateSubdirectory((number / 1000).ToString(CultureInfo.InvariantCulture));
        File.WriteAllText(Path.Combine(sub.FullName, FormattableString.Invariant($"{number}.txt")), made.News.ToFile());
    }
}

/// <summary>An article of the archive.</summary>
/// <param name="Kind">What kind of copy.</param>
/// <param name="News">What it says.</param>
/// <param name="Story">The real story that it tells; -1 when it is nobody's copy.</param>
/// <param name="Original">The file that it is a copy of; -1 when it is none.</param>
internal sealed record Made(string Kind, News News, int Story, int Original);
