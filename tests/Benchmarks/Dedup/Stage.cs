using System.Diagnostics;
using Ingest.Contracts;
using Ingest.Deduplicator;
using Ingest.Deduplicator.Sketching;
using Ingest.Deduplicator.Store;
using Ingest.Storage;

namespace Ingest.Benchmarks.Dedup;

/// <summary>The Deduplicator's work with a store in a temporary folder, and the processor time that it takes; making the news is not counted.</summary>
internal sealed class Stage : IAsyncDisposable
{
    public const int Batch = 256;

    private readonly NewsStream _stream;
    private readonly string _data;
    private readonly ClusterStore _store;
    private readonly int _keep;
    private readonly List<string> _first = [];
    private readonly Sketcher _sketcher;
    private readonly Process _process = Process.GetCurrentProcess();

    private Stage(NewsStream stream, int keep, string data, DeduplicatorOptions options)
    {
        (_stream, _keep, _data, _sketcher) = (stream, keep, data, new Sketcher(options));
        _store = new ClusterStore(
            DeduplicatorRole.OpenDatabase(new StoreOptions { Data = data }), options, TimeProvider.System, indexFolder: Path.Combine(data, DeduplicatorRole.IndexFolderName));
    }

    /// <summary>Articles so far.</summary>
    public int Done { get; private set; }

    /// <summary>Of these, copies that were found.</summary>
    public int Clustered { get; private set; }

    /// <summary>Processor time of the whole process while articles were placed; set to zero by whoever begins to measure.</summary>
    public TimeSpan Used { get; set; }

    public long WorkingSet => _process.WorkingSet64;

    /// <summary>Bytes on disk.</summary>
    public long Disk => new DirectoryInfo(_data).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    /// <param name="stream">The news.</param>
    /// <param name="keep">How many of the first articles to keep the identifiers of, to remove them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<Stage> OpenAsync(NewsStream stream, int keep, CancellationToken cancellationToken)
    {
        var stage = new Stage(stream, keep, Directory.CreateTempSubdirectory("ingest-stage-").FullName, new DeduplicatorOptions());
        try
        {
            await stage._store.OpenAsync(cancellationToken);
            return stage;
        }
        catch (Exception)
        {
            await stage.DisposeAsync();
            throw;
        }
    }

    /// <summary>Places the next articles, in batches.</summary>
    public async Task PlaceAsync(int count, CancellationToken cancellationToken)
    {
        for (var end = Done + count; Done < end; Done += Batch)
        {
            var news = _stream.Next(Batch);
            _process.Refresh();
            var before = _process.TotalProcessorTime;
            var placed = await _store.PlaceAsync([.. news.Select(_sketcher.Of)], cancellationToken);
            _process.Refresh();
            Used += _process.TotalProcessorTime - before;
            Clustered += placed.Count(placement => placement!.Assignment!.Relation != Relations.Canonical);
            _first.AddRange(news.Take(_keep - _first.Count).Select(article => article.ArticleId));
        }
    }

    /// <summary>Removes the first articles; returns how many a second of processor time, and the largest working set on the way.</summary>
    public async Task<(double Rate, long Peak)> RemoveAsync(CancellationToken cancellationToken)
    {
        _process.Refresh();
        var (start, peak) = (_process.TotalProcessorTime, 0L);
        foreach (var batch in _first.Chunk(Batch))
        {
            await Task.WhenAll(batch.Select(id => _store.RetractAsync(id, 2, cancellationToken)));
            _process.Refresh();
            peak = Math.Max(peak, _process.WorkingSet64);
        }

        return (_first.Count / (_process.TotalProcessorTime - start).TotalSeconds, peak);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _process.Dispose();
        Directory.Delete(_data, recursive: true);
    }
}
