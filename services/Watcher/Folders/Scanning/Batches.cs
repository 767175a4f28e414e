using Ingest.Watcher.Folders.Looking;

namespace Ingest.Watcher.Folders.Scanning;

/// <summary>Collects paths and has them looked at, a batch at a time, a few batches side by side.</summary>
internal sealed class Batches(FolderLook look, int abreast, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly List<Task> _running = [];
    private List<Ask> _batch = [];

    /// <summary>Paths looked at.</summary>
    public long Looked { get; private set; }

    public async ValueTask AddAsync(string path)
    {
        _batch.Add(new Ask(path));
        Looked++;
        if (_batch.Count >= FolderLook.BatchSize)
        {
            await StartAsync();
        }
    }

    /// <summary>Returns when everything was told; may be called again.</summary>
    public async Task CompleteAsync()
    {
        await StartAsync();
        await Task.WhenAll(_running);
        _running.Clear();
    }

    /// <summary>Nothing of it runs on, however the scan ended.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _running.Clear();
    }

    private async Task StartAsync()
    {
        if (_batch.Count == 0)
        {
            return;
        }

        while (_running.Count >= abreast)
        {
            var done = await Task.WhenAny(_running);
            _running.Remove(done);
            await done;
        }

        _running.Add(look.LookAsync(_batch, cancellationToken));
        _batch = [];
    }
}
