using Ingest.CommandLine.Hosting;
using Ingest.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Portal.Tests.Whole;

/// <summary>
/// Everything in one process as <c>ingest run</c> has it: watcher, parser, deduplicator, indexer and portal over a folder of its own, at a free
/// port. One for all tests of a class, each of which works with files of its own.
/// </summary>
public sealed class WholeSystem : IAsyncLifetime
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("ingest-whole-");
    private WebApplication _app = null!;

    public Uri Url { get; private set; } = null!;

    public string Folder => Path.Combine(_place.FullName, "news");

    public HttpClient Client { get; private set; } = null!;

    private IFileQueries Files => _app.Services.GetRequiredService<IFileQueries>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Folder);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Ingest:Folder"] = Folder,
            ["Ingest:Data"] = Path.Combine(_place.FullName, "data"),
            ["Ingest:Listen"] = "http://127.0.0.1:0",
            ["Ingest:Portal:TraceViewer"] = "https://traces.example/trace/{traceId}",
            ["Ingest:Portal:RequestsPerSecond"] = "10000",
            ["Ingest:Portal:MaxDropBytes"] = "100000",
            ["Logging:LogLevel:Default"] = "Error",
        }).Build();
        _app = IngestHost.Build(configuration, Roles.All);
        await _app.StartAsync(CancellationToken.None);
        Url = new Uri(_app.Urls.Single());
        Client = new HttpClient { BaseAddress = Url };
        Write("desk/ferry.txt", Story("2025-05-06", "Night ferry to Vesterholm sails again", "two hundred and twelve"));
        Write("desk/ferry-copy.txt", Story("2025-05-06", "Night ferry to Vesterholm sails again", "two hundred and fourteen"));
        Write("desk/orchard.txt", "date 2025-05-07 Frost costs the orchards of Aldmark a third of their blossom\nBy Anna Lindqvist\n\nA night of frost has cost the orchards of Aldmark a third of their blossom, growers said on Wednesday. Apples suffered most.");
        await SettledAsync("desk/ferry.txt", "desk/ferry-copy.txt", "desk/orchard.txt");
    }

    public void Write(string path, string text)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full + ".part", text);
        File.Move(full + ".part", full);
    }

    /// <summary>Waits until each of the files has a final state.</summary>
    public async Task<IReadOnlyList<FileEntry>> SettledAsync(params string[] paths)
    {
        var files = new List<FileEntry>();
        foreach (var path in paths)
        {
            FileEntry? file;
            while ((file = await Files.GetAsync(new FileKey(path), Stop)) is null or { State: FileStates.InFlight })
            {
                await Task.Delay(20, Stop);
            }

            files.Add(file);
        }

        var search = _app.Services.GetRequiredService<ISearchQueries>();
        while (await search.StatusAsync(new IndexStatusRequest(), Stop) is var status && status.VisibleSequence < status.StoreSequence)
        {
            await Task.Delay(20, Stop);
        }

        return files;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _place.Delete(recursive: true);
    }

    private static string Story(string day, string title, string passengers) =>
        $"""
        date {day} {title}
        By Jane Holm

        The night ferry between Lindholm and Vesterholm sails again after a winter in dock, its owner said on Tuesday. The ship got new engines and forty more cabins.

        Tickets for the first crossing were gone within an hour. It will carry {passengers} passengers and sixty cars across the strait, where the older ship ran aground in a storm.

        The harbour authority of Vesterholm had asked for a stronger quay before it would let the ferry return, and paid for half of the work.
        """;
}
