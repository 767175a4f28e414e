using Ingest.CommandLine.Hosting;
using Ingest.Queries;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Pipeline.Tests.Imports;

/// <summary>How often each file went to the workers, and when last: what has not gone again is the same.</summary>
internal static class Attempts
{
    public static async Task<List<string>> OfAsync(string data)
    {
        await using var services = IngestHost.BuildQueries(Configuration.Build([new("Ingest:Data", data)]));
        var files = services.GetRequiredService<IFileQueries>();
        var lines = new List<string>();
        for (var filter = new FileFilter { Limit = 1000 }; filter is not null;)
        {
            var page = await files.FindAsync(filter, CancellationToken.None);
            lines.AddRange(page.Files.Select(file => $"{file.Path} {file.Revision} {file.Attempts} {file.PublishedAt:O}"));
            filter = page.Next is null ? null : filter with { After = page.Next };
        }

        return lines;
    }
}
