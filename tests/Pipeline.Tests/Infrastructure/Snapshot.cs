using System.Text.Json;
using Ingest.CommandLine.Hosting;
using Ingest.Contracts;
using Ingest.Queries;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Pipeline.Tests.Infrastructure;

/// <summary>
/// Everything a user can see of a data folder: files with their states, clusters, and what a set of searches finds. Two runs over
/// the same files must give equal ones, whatever happened on the way.
/// </summary>
public sealed record Snapshot(IReadOnlyList<string> Files, IReadOnlyList<string> Clusters, IReadOnlyList<string> Searches)
{
    /// <summary>Reads a data folder with the program's own queries.</summary>
    public static async Task<Snapshot> TakeAsync(string data, IEnumerable<string> queries)
    {
        var configuration = Configuration.Build([new("Ingest:Data", data)]);
        await using var services = IngestHost.BuildQueries(configuration);
        return new Snapshot(
            await FilesAsync(services.GetRequiredService<IFileQueries>()),
            await ClustersAsync(services.GetRequiredService<IClusterQueries>()),
            await SearchesAsync(services.GetRequiredService<ISearchQueries>(), queries));
    }

    private static async Task<List<string>> FilesAsync(IFileQueries files)
    {
        var lines = new List<string>();
        for (string? after = null; ;)
        {
            var page = await files.FindAsync(new FileFilter { Limit = 1000, After = after }, CancellationToken.None);
            // A file that was removed is remembered; a fresh import of the same folder has never heard of it.
            lines.AddRange(page.Files.Where(file => file.State != FileStates.Removed)
                .Select(file => $"{file.Path} {file.State} {file.Reason} {file.ArticleCount} {file.Sha256}"));
            if ((after = page.Next) is null)
            {
                lines.Sort(StringComparer.Ordinal);
                return lines;
            }
        }
    }

    private static async Task<List<string>> ClustersAsync(IClusterQueries clusters)
    {
        var lines = new List<string>();
        for (string? after = null; ;)
        {
            var page = await clusters.ScanAsync(new ClusterScan(after), CancellationToken.None);
            lines.AddRange(page.Members.Select(member => JsonSerializer.Serialize(member)));
            if ((after = page.Next) is null)
            {
                lines.Sort(StringComparer.Ordinal);
                return lines;
            }
        }
    }

    private static async Task<List<string>> SearchesAsync(ISearchQueries search, IEnumerable<string> queries)
    {
        var lines = new List<string>();
        foreach (var query in queries)
        {
            foreach (var duplicates in new[] { "hide", "show" })
            {
                var found = await search.SearchAsync(new SearchRequest { Query = query, Limit = 20, Duplicates = duplicates }, CancellationToken.None);
                lines.Add($"{query} {duplicates}: {found.Total} {string.Join(' ', found.Hits.Select(hit => $"{hit.ArticleId}/{hit.ClusterId}/{hit.ClusterSize}"))}");
            }
        }

        return lines;
    }
}
