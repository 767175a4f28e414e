using System.Globalization;
using Ingest.CommandLine.Output;
using Ingest.Queries;

namespace Ingest.CommandLine.Explaining;

/// <summary>A journey or a comparison for people.</summary>
internal static class JourneyText
{
    private const int LongestCluster = 20;
    private const int LongestSharedText = 400;

    public static void Write(Journey journey, TextWriter to)
    {
        var file = journey.File;
        to.WriteLine($"{Printable.Path(file.Path)} in {file.Root} (watch '{file.Watch}')");
        to.WriteLine($"  file       {file.FileId}, revision {file.Revision}, {file.Size:N0} bytes, sha256 {file.Sha256 ?? "unknown"}");
        to.WriteLine($"  state      {file.State}{(file.Reason is null ? "" : $": {file.Reason}. {file.Detail}")}");
        to.WriteLine($"  found      {Moment(file.DiscoveredAt)}");
        to.WriteLine($"  published  {Moment(file.PublishedAt)} (attempt {file.Attempts})");
        to.WriteLine($"  parsed     {Moment(file.ParsedAt)}{(file.ArticleCount is { } count ? $" ({count} articles, {file.WarningCount} with warnings)" : "")}");
        to.WriteLine($"  finished   {Moment(file.FinishedAt)}");
        if (file.NextAttemptAt is { } next)
        {
            to.WriteLine($"  next try   {Moment(next)}");
        }

        to.WriteLine($"  trace      {file.TraceId ?? "none"}");
        foreach (var member in journey.Members)
        {
            to.WriteLine($"  member     {Printable.Path(member.Name)}: {(member.Reason is null ? $"{member.Articles} articles" : $"{member.Reason}. {member.Detail}")}");
        }

        foreach (var article in journey.Articles)
        {
            Write(article, to);
        }
    }

    public static void Write(ComparisonRequest request, Comparison comparison, TextWriter to)
    {
        to.WriteLine($"A  {request.First.ArticleId}  {request.First.PublishedAt ?? "undated"}  {request.First.Title}");
        to.WriteLine($"B  {request.Second.ArticleId}  {request.Second.PublishedAt ?? "undated"}  {request.Second.Title}");
        to.WriteLine(comparison switch
        {
            { Relation: { } relation } => $"B stands to A as '{relation}'.",
            { SameCluster: true } => "B does not match A itself.",
            _ => "B is another story than A.",
        });
        to.WriteLine(comparison.SameCluster ? "They are in one cluster." : "They are not in one cluster.");
        foreach (var finding in comparison.Findings)
        {
            to.WriteLine($"  - {finding}");
        }

        if (comparison.SharedWords > 0)
        {
            var text = comparison.SharedText.Length > LongestSharedText ? comparison.SharedText[..LongestSharedText] + "…" : comparison.SharedText;
            to.WriteLine($"Longest shared passage ({comparison.SharedWords} words): »{text}«");
            to.WriteLine();
            to.WriteLine("A, what both have between ⟦ and ⟧:");
            to.WriteLine(comparison.FirstMarked);
            to.WriteLine();
            to.WriteLine("B, likewise:");
            to.WriteLine(comparison.SecondMarked);
        }
    }

    private static void Write(ArticleJourney journey, TextWriter to)
    {
        var article = journey.Article;
        to.WriteLine();
        to.WriteLine($"  #{article.Ordinal} {article.Title}");
        to.WriteLine($"    article  {article.ArticleId}, {article.PublishedAt ?? "undated"}, {article.Language ?? "unknown language"}, {string.Join("; ", article.Authors)}");
        to.WriteLine($"    origin   {string.Join(", ", article.Origin.Select(pair => $"{pair.Key}={pair.Value}"))}");
        foreach (var warning in article.Warnings)
        {
            to.WriteLine($"    warning  {warning}");
        }

        to.WriteLine($"    search   {(journey.Indexed ? "indexed" : "not indexed")}");
        if (journey.Assignment is not { } assignment)
        {
            to.WriteLine("    cluster  not yet");
            return;
        }

        var evidence = assignment.MatchedId is null ? "" : string.Create(
            CultureInfo.InvariantCulture,
            $" (similarity {assignment.Similarity:0.00}, containment {assignment.Containment:0.00}, numbers {assignment.NumberAgreement:0.00}, {assignment.HoursApart:0.0} hours apart, {assignment.SharedWords} words in one block, with {assignment.MatchedId})");
        to.WriteLine($"    cluster  {assignment.ClusterId}: {assignment.Relation}{evidence}, {journey.Cluster.Count} members");
        foreach (var member in journey.Cluster.Where(member => member.ArticleId != article.ArticleId).Take(LongestCluster))
        {
            to.WriteLine($"      {member.Relation,-9} {member.ArticleId}  {Printable.Path(member.Path)}#{member.Ordinal}  {member.Title}");
        }
    }

    private static string Moment(DateTimeOffset? at) => at is { } some ? some.ToString("yyyy-MM-dd HH:mm:ss.fff 'UTC'", CultureInfo.InvariantCulture) : "not yet";
}
