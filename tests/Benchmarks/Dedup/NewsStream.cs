using System.Globalization;
using Ingest.Contracts;
using Ingest.Evaluation.Dedup;

namespace Ingest.Benchmarks.Dedup;

/// <summary>News without end, in order of date, 20,000 a day: seven in ten are new, the others copies of what came in the two days before.</summary>
/// <param name="real">What it is made from.</param>
/// <param name="undated">Whether no article says when it was published.</param>
internal sealed class NewsStream(IReadOnlyList<Article> real, bool undated = false)
{
    private const int ADay = 20_000;
    private const double Copied = 0.3;
    private const int Recent = (int)(2 * ADay * (1 - Copied));

    private static readonly DateTime Start = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly CopyMaker _maker = new(real.Select(article => article.Body), 7);
    private readonly List<News> _recent = [];
    private readonly Random _random = new(7);
    private int _count;
    private int _made;

    public List<Article> Next(int count) => [.. Enumerable.Range(0, count).Select(_ => Next())];

    private Article Next()
    {
        var edits = _maker.Kinds();
        News news;
        if (_recent.Count > 0 && _random.NextDouble() < Copied)
        {
            news = _recent[_random.Next(_recent.Count)];
            // Every second one word for word under the same headline, the others edited.
            news = _random.Next(2) == 0 ? news : edits[_random.Next(edits.Count)].Copy(news);
        }
        else
        {
            var source = real[_random.Next(real.Count)];
            news = _maker.Fresh(new News(source.Title, source.Body, default));
            if (_recent.Count < Recent)
            {
                _recent.Add(news);
            }
            else
            {
                _recent[_made % Recent] = news;
            }

            _made++;
        }

        var number = _count++;
        var name = number.ToString(CultureInfo.InvariantCulture);
        return new Article
        {
            ArticleId = Identifiers.Article(name, "0"),
            FileId = Identifiers.File("news", name),
            Revision = 1,
            Watch = "news",
            Path = $"{number / 1000}/{name}.txt",
            Ordinal = 0,
            Key = "0",
            Title = news.Title,
            Body = news.Body,
            PublishedAt = undated ? null : Start.AddSeconds(number * 86_400.0 / ADay).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
        };
    }
}
