using System.Diagnostics;
using Ingest.CommandLine.Hosting;
using Ingest.Hosting;
using Ingest.Hosting.Bus;
using Ingest.Queries;
using Ingest.Watcher.Watching;

namespace Ingest.CommandLine.Importing;

/// <summary>Runs the roles until everything that was named has a final state and search shows it.</summary>
internal static class ImportRun
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(250);

    public static async Task<ImportOutcome> RunAsync(IConfigurationRoot configuration, IReadOnlyList<IRole> roles, CancellationToken cancellationToken)
    {
        var time = Stopwatch.StartNew();
        using var host = IngestHost.BuildWithoutWeb(configuration, roles);
        await host.StartAsync(cancellationToken);
        try
        {
            var scan = host.Services.GetRequiredService<WatchProgress>();
            var files = new ImportedFiles(host.Services.GetRequiredService<IFileQueries>(), scan);
            await ProgressDisplay.RunAsync(display => WaitAsync(files, scan, host.Services.GetRequiredService<BusReadiness>(), display, cancellationToken));
            await VisibleAsync(host.Services.GetRequiredService<ISearchQueries>(), cancellationToken);
            var seconds = time.Elapsed.TotalSeconds;
            return new ImportOutcome(await files.SummariseAsync(cancellationToken), seconds);
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }
    }

    private static async Task WaitAsync(ImportedFiles files, WatchProgress scan, BusReadiness bus, ProgressDisplay display, CancellationToken cancellationToken)
    {
        while (true)
        {
            // Asked before the ledger is: what a completed scan has told it is then in the answer.
            var scanned = scan.Scanned.IsCompleted;
            await (scanned ? scan.Scanned : Task.CompletedTask);
            var asked = Stopwatch.GetTimestamp();
            var summary = await files.SummariseAsync(cancellationToken);
            var inFlight = summary.States[FileStates.InFlight];
            var done = summary.States.Values.Sum() - inFlight - summary.States[FileStates.Removed];
            display.Show(done, scanned ? done + inFlight : Math.Max(scan.Seen, done + inFlight), summary);
            if (scanned && inFlight == 0)
            {
                return;
            }

            bus.ThrowIfLost();
            // Counting a large ledger takes time of its own; it must not take it from the work.
            var pause = Math.Max(LookInterval.TotalMilliseconds, Stopwatch.GetElapsedTime(asked).TotalMilliseconds * 20);
            await PauseAsync(TimeSpan.FromMilliseconds(pause), scanned ? null : scan.Scanned, cancellationToken);
        }
    }

    /// <summary>Waits, but not beyond the end of the scan: of a folder without news that is the end of the import.</summary>
    private static async Task PauseAsync(TimeSpan pause, Task? scan, CancellationToken cancellationToken)
    {
        var delay = Task.Delay(pause, cancellationToken);
        await await Task.WhenAny(scan ?? delay, delay);
    }

    private static async Task VisibleAsync(ISearchQueries search, CancellationToken cancellationToken)
    {
        var target = (await search.StatusAsync(new IndexStatusRequest(), cancellationToken)).StoreSequence;
        while ((await search.StatusAsync(new IndexStatusRequest(), cancellationToken)).VisibleSequence < target)
        {
            await Task.Delay(20, cancellationToken);
        }
    }
}
