using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Ingest.Benchmarks.Pipeline;

namespace Ingest.Benchmarks.Search;

/// <summary>
/// Searches over the API of <c>ingest run</c> with its archive, one after the other: while idle, and while the whole pipeline takes in a folder of files
/// that was moved into the watched one, at whatever rate it does.
/// </summary>
internal static class BesideImport
{
    private const string Address = "http://127.0.0.1:18081";
    private const int FirstFile = 8_000_000;

    /// <param name="news">Makes the files.</param>
    /// <param name="data">Data folder whose Indexer has the archive.</param>
    /// <param name="files">How many files arrive.</param>
    /// <param name="scratch">For the files.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<string> MeasureAsync(MadeUpNews news, string data, int files, Scratch scratch, CancellationToken cancellationToken)
    {
        var (watched, outside) = (scratch.New("watched"), scratch.New("arriving"));
        await WriteAsync(news, outside, files, cancellationToken);
        await using var ingest = MeasuredProcess.Start("ingest.dll", "run", watched, "--data", data, "--listen", Address);
        using var client = new HttpClient { BaseAddress = new Uri(Address) };
        await Latency.UntilReadyAsync(client, cancellationToken);
        var queries = QuerySet.Real(news, 200, 77);
        var before = await TotalAsync(client, cancellationToken);
        await RoundAsync(client, QuerySet.Real(news, 200, 78), [], cancellationToken);
        await RoundAsync(client, queries, [], cancellationToken);
        var (idle, busy) = (new List<(double All, double Search)>(), new List<(double All, double Search)>());
        await RoundAsync(client, queries, idle, cancellationToken);
        await RoundAsync(client, queries, idle, cancellationToken);
        var watch = Stopwatch.StartNew();
        Directory.Move(outside, Path.Combine(watched, "arrived"));
        for (var at = 0; await TotalAsync(client, cancellationToken) < before + files; at = (at + 10) % queries.Count)
        {
            await RoundAsync(client, [.. queries.Skip(at).Take(10)], busy, cancellationToken);
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"beside an import: {before} articles, {files} more at {files / watch.Elapsed.TotalSeconds:0} files/s; idle {Of(idle)}; meanwhile {Of(busy)}; p95 {At(busy, time => time.All, 95) / At(idle, time => time.All, 95):0.00} times");
    }

    private static async Task WriteAsync(MadeUpNews news, string folder, int files, CancellationToken cancellationToken)
    {
        for (var i = 0; i < files; i++)
        {
            var article = news.Article(FirstFile + i);
            var parent = Directory.CreateDirectory(Path.Combine(folder, (i / 500).ToString(CultureInfo.InvariantCulture)));
            await File.WriteAllTextAsync(
                Path.Combine(parent.FullName, $"{i}.txt"), $" date {article.PublishedAt} {article.Title}\n\n{article.Body}\n", cancellationToken);
        }
    }

    private static async Task RoundAsync(HttpClient client, IReadOnlyList<string> queries, List<(double All, double Search)> times, CancellationToken cancellationToken)
    {
        foreach (var query in queries)
        {
            var watch = Stopwatch.StartNew();
            using var response = await client.GetAsync(new Uri($"/api/search?q={Uri.EscapeDataString(query)}&limit=10&facets=10&histogram=true", UriKind.Relative), cancellationToken);
            response.EnsureSuccessStatusCode();
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            var elapsed = watch.Elapsed.TotalMilliseconds;
            using var json = JsonDocument.Parse(bytes);
            times.Add((elapsed, json.RootElement.GetProperty("elapsedMs").GetDouble()));
        }
    }

    private static async Task<long> TotalAsync(HttpClient client, CancellationToken cancellationToken)
    {
        await using var json = await client.GetStreamAsync(new Uri("/api/search?q=&limit=0&duplicates=show", UriKind.Relative), cancellationToken);
        using var response = await JsonDocument.ParseAsync(json, cancellationToken: cancellationToken);
        return response.RootElement.GetProperty("total").GetInt64();
    }

    private static string Of(List<(double All, double Search)> times) => string.Create(
        CultureInfo.InvariantCulture,
        $"{times.Count} queries p50 {At(times, time => time.All, 50):0.0} ms, p95 {At(times, time => time.All, 95):0.0} ms, of which searching {At(times, time => time.Search, 50):0.0} and {At(times, time => time.Search, 95):0.0} ms");

    private static double At(List<(double All, double Search)> times, Func<(double All, double Search), double> part, int share) => times.Select(part).Order().ElementAt(Math.Min(times.Count - 1, times.Count * share / 100));
}
