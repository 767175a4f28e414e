using Ingest.Deduplicator.Sketching;
using Ingest.Deduplicator.Store;
using Ingest.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Ingest.Deduplicator.Tests;

/// <summary>A database in a folder of its own, and stores over it.</summary>
internal sealed class TemporaryDatabase : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ingest-dedup-");

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2025, 6, 1, 12, 0, 0, TimeSpan.Zero));

    public Database Open() => new SqliteDatabase(Path.Combine(_folder.FullName, "deduplicator.db"));

    public IReadOnlyList<string> IndexFiles => Directory.Exists(Index) ? Directory.GetFiles(Index) : [];

    private string Index => Path.Combine(_folder.FullName, "index");

    public DecisionLog Decisions() => new(new SqliteDatabase(Path.Combine(_folder.FullName, "decisions.db")), Time);

    public ClusterStore Store(DeduplicatorOptions? options = null, DecisionLog? decisions = null) =>
        new(Open(), options ?? new DeduplicatorOptions(), Time, null, Index, decisions);

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}

internal static class StoreCalls
{
    private static readonly Sketcher Sketcher = new(new DeduplicatorOptions());

    public static Task<Placement?> PlaceAsync(this ClusterStore store, Contracts.Article article) =>
        store.PlaceAsync(Sketcher.Of(article), TestContext.Current.CancellationToken);

    public static Task<Placement?> RetractAsync(this ClusterStore store, string name, long revision) =>
        store.RetractAsync(News.Id(name), revision, TestContext.Current.CancellationToken);
}
