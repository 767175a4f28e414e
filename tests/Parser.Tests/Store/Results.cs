using Ingest.Contracts;
using Ingest.Parser.Store;

namespace Ingest.Parser.Tests.Store;

/// <summary>Results and articles as the parser hands them to the store.</summary>
internal static class Results
{
    public const string FileId = "f0000000000000000000000000000000";

    public static readonly DateTimeOffset Discovered = new(2025, 6, 1, 12, 0, 0, 123, TimeSpan.Zero);

    public static Article Article(string fileId, long revision, string key) => new()
    {
        ArticleId = Identifiers.Article(fileId, key),
        FileId = fileId,
        Revision = revision,
        Watch = "in",
        Path = "a/story.txt",
        Ordinal = 0,
        Key = key,
        Title = $"“Brücke” {key} 新华社 😀",
        Body = $"First paragraph of revision {revision}.\n\nSecond \"paragraph\".",
        PublishedAt = "2025-02-13T09:30",
        Authors = ["Jane Doe", "John Roe"],
        Agencies = ["Reuters"],
        Dateline = "LONDON, March 9",
        Language = "en",
        Url = "https://news.example/",
        Source = "The Daily Post",
        Section = "Local",
        Origin = new Dictionary<string, string> { ["title"] = "headline", ["publishedAt"] = "dateline" },
        Warnings = ["title: derived"],
    };

    public static (FileResult File, Article[] Articles) Parsed(long revision, params string[] keys) => ParsedOf(FileId, revision, keys);

    public static (FileResult File, Article[] Articles) ParsedOf(string fileId, long revision, params string[] keys)
    {
        Article[] articles = [.. keys.Select(key => Article(fileId, revision, key))];
        return (Of(fileId, revision, FileOutcomes.Parsed) with { ArticleIds = [.. articles.Select(article => article.ArticleId)] }, articles);
    }

    public static FileResult Rejected(long revision, string reason = RejectionReasons.NoArticle) =>
        Of(FileId, revision, FileOutcomes.Rejected) with { Reason = reason, Detail = "There is none in it." };

    public static FileResult Removed(long revision) => Of(FileId, revision, FileOutcomes.Removed) with { Sha256 = null };

    public static string[] Ids(params string[] keys) => [.. keys.Select(key => Identifiers.Article(FileId, key))];

    private static FileResult Of(string fileId, long revision, string outcome) => new()
    {
        FileId = fileId,
        Watch = "in",
        Path = "a/story.txt",
        Revision = revision,
        Sha256 = $"sha of {revision}",
        ParserVersion = FileParser.Version,
        Outcome = outcome,
        WarningCount = 1,
        DiscoveredAt = Discovered,
        SettledAt = Discovered.AddSeconds(1),
    };
}
