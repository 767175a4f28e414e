using System.Globalization;
using Ingest.Contracts;
using Ingest.Queries;

namespace Ingest.Portal.Tests.Hosting;

/// <summary>Fills an archive with what a small newsroom would have.</summary>
internal static class Newsroom
{
    public static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 30, 0, TimeSpan.Zero);

    private const string Story =
        "US President Donald Trump has cast doubt on Ukraine’s chances of joining NATO, aligning with Russia’s long-standing opposition to the move.\n\n"
        + "Moscow has been firmly opposed to Ukraine’s NATO aspirations, calling this a key reason for the ongoing conflict with Kiev.\n\n"
        + "“I don’t think it’s practical to have it, personally... I’m OK with that,” Trump said on Wednesday.";

    /// <summary>The sample article and two copies of it, 30 briefs, and files in every state.</summary>
    public static Archive Filled()
    {
        var archive = new Archive();
        var first = AddStory(archive, "wire/000_d2666d570fb6c4c0.txt", "Trump Contacts Putin: OK with Keeping Ukraine out of NATO", Story, "2025-02-13");
        archive.Articles[0] = first = first with { Quotes = [new Quote { Text = "I don’t think it’s practical to have it, personally... I’m OK with that,", Speaker = "Donald Trump", Verb = "said" }] };
        var second = AddStory(archive, "wire/copy of 000.txt", "Trump Contacts Putin: OK with Keeping Ukraine out of NATO", Story, "2025-02-13");
        var third = AddStory(archive, "agency/feed 17.txt", "Trump, Putin in phone call; NATO membership for Ukraine ‘not practical’", Story[..140], "2025-02-14T06:15Z");
        Join(archive, first, (second, Relations.Exact, 1, 1), (third, Relations.Contained, 0.41, 0.97));
        for (var i = 1; i <= 30; i++)
        {
            AddStory(
                archive,
                string.Create(CultureInfo.InvariantCulture, $"briefs/{i:000}.txt"),
                $"Cocoa prices rise for day {i}",
                "Showers continued throughout the week in the Bahia cocoa zone, alleviating the drought since early January.",
                new DateOnly(2025, 1, i).ToString("O", CultureInfo.InvariantCulture));
        }

        AddFailure(archive, "scans/page 1.dat", FileStates.Rejected, RejectionReasons.Binary, "The content is not text. Convert it to text first.");
        AddFailure(archive, "scans/page 2.dat", FileStates.Rejected, RejectionReasons.Binary, "The content is not text. Convert it to text first.");
        AddFailure(archive, "drafts/empty.txt", FileStates.Rejected, RejectionReasons.Empty, "The file has no content.");
        AddFailure(archive, "feeds/broken.xml", FileStates.Failed, RejectionReasons.StageError, "The parser raised an error five times: Unexpected end of file.");
        Add(archive, "feeds/just-dropped.txt", entry => entry with { State = FileStates.InFlight, Attempts = 1, PublishedAt = Morning.AddSeconds(1) });
        AddPipeline(archive);
        return archive;
    }

    /// <summary>A batch, attempts, sources one of which is silent, and times.</summary>
    private static void AddPipeline(Archive archive)
    {
        foreach (var (id, file) in archive.Files)
        {
            archive.Files[id] = file with { Batch = 7, ClusteredAt = file.State == FileStates.Indexed ? Morning.AddMilliseconds(120) : null };
        }

        archive.Batches.Add(new BatchEntry
        {
            Number = 7,
            StartedAt = Morning,
            LastArrivalAt = Morning.AddSeconds(3),
            States = FileStates.All.ToDictionary(state => state, state => archive.Files.Values.LongCount(file => file.State == state)),
            Articles = archive.Articles.Count,
        });
        archive.Activity = archive.Activity with { Batch = archive.Batches[0], Parsing = 1, Queues = new Dictionary<string, long> { ["ingest-indexer"] = 3 }, Disk = new DiskStatus("/srv/data", 53L << 30, 0.21, 0.05) };
        archive.Latency = new SearchableLatencies(100, 0.052, 0.121, 0.179, [.. Enumerable.Range(1, 100).Select(i => i / 600.0)]);
        archive.Sources.AddRange(
        [
            new SourceActivity("Tehran Times", Morning.AddDays(-9), archive.Articles[0].ArticleId, [3, 2, 4, 3, 1, 2, 3, 2, 4, 3, 1, 2, 3, 2, 4, 3, 1, 2, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
            new SourceActivity("The Lindholm Courier", Morning, archive.Articles[1].ArticleId, [.. Enumerable.Repeat(2L, 28)]),
        ]);
        var failed = archive.Files.Values.Single(file => file.State == FileStates.Failed);
        archive.Attempts[failed.FileId] = [.. Enumerable.Range(1, 5).Select(i => new FileAttempt(
            i, Morning.AddSeconds(i * 2), Morning.AddSeconds((i * 2) + 1), RejectionReasons.StageError, "parser: Unexpected end of file."))];
        archive.Files[failed.FileId] = failed with { Batch = 7, PublishedAt = Morning.AddSeconds(10), FinishedAt = Morning.AddSeconds(11) };
    }

    public static string Add(Archive archive, string path, Func<FileEntry, FileEntry>? change = null)
    {
        var entry = new FileEntry
        {
            FileId = Identifiers.File("news", path),
            Watch = "news",
            Root = "/srv/news",
            Path = path,
            State = FileStates.Indexed,
            Revision = 1,
            Size = 2682,
            Sha256 = "9b2d7e4f0c8a61535f2e9b7d4c1a8f603e5d7b9c2a4f6081d3e5c7b9a1f2e4d6",
            Attempts = 1,
            DiscoveredAt = Morning,
            TraceId = "4bf92f3577b34da6a3ce929d0e0e4736",
        };
        entry = change?.Invoke(entry) ?? entry;
        archive.Files[entry.FileId] = entry;
        return entry.FileId;
    }

    public static Article AddStory(Archive archive, string path, string title, string body, string? publishedAt)
    {
        var fileId = Add(archive, path, entry => entry with
        {
            ArticleCount = 1,
            SettledCount = 1,
            PublishedAt = Morning.AddMilliseconds(40),
            ParsedAt = Morning.AddMilliseconds(65),
            FinishedAt = Morning.AddMilliseconds(210),
        });
        var article = new Article
        {
            ArticleId = Identifiers.Article(fileId, "0"),
            FileId = fileId,
            Revision = 1,
            Watch = "news",
            Path = path,
            Ordinal = 0,
            Key = "0",
            Title = title,
            Body = body,
            PublishedAt = publishedAt,
            Authors = ["Staff", "Agencies"],
            Source = "Tehran Times",
            Language = "en",
            Origin = new Dictionary<string, string> { ["title"] = "header:first-line", ["publishedAt"] = "header:iso-date", ["authors"] = "byline:by" },
        };
        archive.Articles.Add(article);
        return article;
    }

    public static void AddFailure(Archive archive, string path, string state, string reason, string detail) =>
        Add(archive, path, entry => entry with
        {
            State = state,
            Reason = reason,
            Detail = detail,
            Attempts = state == FileStates.Failed ? 5 : 1,
            PublishedAt = Morning.AddSeconds(1),
            FinishedAt = Morning.AddSeconds(2),
        });

    private static void Join(Archive archive, Article canonical, params (Article Article, string Relation, double Similarity, double Containment)[] others)
    {
        archive.Members.Add(Member(canonical, canonical, Relations.Canonical, 0, 0));
        archive.Members.AddRange(others.Select(other => Member(other.Article, canonical, other.Relation, other.Similarity, other.Containment)));
    }

    private static ClusterMember Member(Article article, Article canonical, string relation, double similarity, double containment) => new()
    {
        Path = article.Path,
        Ordinal = 0,
        ArticleId = article.ArticleId,
        ClusterId = canonical.ArticleId,
        Relation = relation,
        CanonicalId = canonical.ArticleId,
        MatchedId = relation == Relations.Canonical ? null : canonical.ArticleId,
        Similarity = similarity,
        Containment = containment,
        Title = article.Title,
        PublishedAt = article.PublishedAt,
    };
}
