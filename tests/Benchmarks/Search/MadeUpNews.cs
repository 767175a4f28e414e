using Ingest.Contracts;
using Ingest.Evaluation.Reuters;
using Ingest.Indexer.Documents;

namespace Ingest.Benchmarks.Search;

/// <summary>
/// Any number of articles made of a few thousand stories: paragraphs of two, some words of a third, names from a large pool, and dates,
/// sources, authors, agencies, sections as an archive of twenty years has them. An article is a function of its number.
/// </summary>
internal sealed class MadeUpNews
{
    private const int SourceCount = 400;
    private const int AuthorCount = 20_000;
    private const int NameCount = 400_000;

    private static readonly string[] Agencies = ["Reuters", "AP", "AFP", "dpa", "ANSA", "Xinhua", "TASS", "Kyodo", "EFE", "Bloomberg"];
    private static readonly string[] Sections = ["World", "Business", "Politics", "Sports", "Culture", "Science", "Opinion", "Local", "Markets", "Energy", "Technology", "Health"];
    private static readonly string[] Syllables = "ba bel cor dan der el fen gar hal in jor kal len mar nov or pet qui ros sal ter ul ven wil yor zan".Split(' ');
    private static readonly DateOnly FirstDay = new(2005, 1, 1);

    private readonly List<(string Title, string[] Paragraphs, string[] Words)> _stories;

    private MadeUpNews(List<(string, string[], string[])> stories) => _stories = stories;

    /// <summary>Headlines of the stories, for queries.</summary>
    public IReadOnlyList<string> Titles => [.. _stories.Select(story => story.Title)];

    /// <summary>Reads the folder's reut2-*.sgm.</summary>
    public static async Task<MadeUpNews> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var stories = new List<(string, string[], string[])>();
        foreach (var file in Directory.EnumerateFiles(folder, "reut2-*.sgm").Order(StringComparer.Ordinal))
        {
            foreach (var story in await SgmlReader.ReadAsync(file, cancellationToken))
            {
                var text = StoryText.Of(story).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
                if (text.Length > 2 && story.Title.Length > 0)
                {
                    stories.Add((story.Title, text[1..], string.Join(' ', text[1..]).Split(' ', StringSplitOptions.RemoveEmptyEntries)));
                }
            }
        }

        return stories.Count > 0 ? new MadeUpNews(stories) : throw new FileNotFoundException($"There is no reut2-*.sgm in {folder}; give the folder of Reuters-21578.");
    }

    /// <summary>What arrives in the Indexer for an article; every tenth is a copy of the one before.</summary>
    public DocumentChange Change(int number)
    {
        var article = Article(number);
        var canonical = number % 10 == 9 ? IdOf(number - 1) : article.ArticleId;
        return new DocumentChange
        {
            Article = article,
            DiscoveredAt = TimeProvider.System.GetUtcNow(),
            Assignments =
            [
                new ClusterAssignment
                {
                    ArticleId = article.ArticleId, ClusterId = canonical, CanonicalId = canonical, Version = number + 1,
                    Relation = canonical == article.ArticleId ? Relations.Canonical : Relations.Near,
                },
            ],
        };
    }

    /// <summary>The article with this number.</summary>
    public Article Article(int number)
    {
        var random = new Random(number);
        var (one, other, third) = (Any(random), Any(random), Any(random));
        var words = other.Title.Split(' ');
        var speaker = Name(random);
        return new Article
        {
            ArticleId = IdOf(number),
            FileId = Identifiers.File("news", Path(number)),
            Revision = 1,
            Watch = "news",
            Path = Path(number),
            Ordinal = 0,
            Key = "0",
            Title = string.Join(' ', one.Title.Split(' ').Select(word => random.Next(6) == 0 ? words[random.Next(words.Length)] : word)),
            Body = Body(random, one.Paragraphs, other.Paragraphs, third.Words),
            PublishedAt = FirstDay.AddDays((int)(Math.Sqrt(random.NextDouble()) * 7300)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            Authors = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Named(Skewed(random, AuthorCount)))],
            Agencies = random.Next(2) == 0 ? [] : [Agencies[Skewed(random, Agencies.Length)]],
            Language = "en",
            Source = "The " + Named(1_000_000 + Skewed(random, SourceCount)),
            Section = Sections[Skewed(random, Sections.Length)],
            Quotes = random.Next(3) > 0 ? [] : [new Quote { Text = one.Paragraphs[^1], Speaker = speaker, Verb = "said" }],
        };
    }

    private static string Body(Random random, string[] one, string[] other, string[] words)
    {
        var paragraphs = one.Append(other[random.Next(other.Length)]).Select(paragraph => string.Join(' ', paragraph.Split(' ').Select(word => random.Next(100) switch
        {
            < 8 => words[random.Next(words.Length)],
            8 => Name(random),
            _ => word,
        })));
        return string.Join("\n\n", paragraphs);
    }

    private (string Title, string[] Paragraphs, string[] Words) Any(Random random) => _stories[random.Next(_stories.Count)];

    private static string Name(Random random) => Named(Skewed(random, NameCount));

    /// <summary>Small numbers more often, about as names are in news.</summary>
    private static int Skewed(Random random, int count) => (int)(Math.Pow(random.NextDouble(), 3) * count);

    private static string Named(int number)
    {
        var name = "";
        for (var rest = number + 27; rest > 0; rest /= Syllables.Length)
        {
            name += Syllables[rest % Syllables.Length];
        }

        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    private static string Path(int number) => FormattableString.Invariant($"{number / 1000:0000}/{number:0000000}.txt");

    private static string IdOf(int number) => Identifiers.Article(Identifiers.File("news", Path(number)), "0");
}
