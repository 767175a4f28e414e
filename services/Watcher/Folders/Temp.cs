using Ingest.Watcher.Ledger;
using Microsoft.Extensions.Logging;
namespace Ingest.Watcher.Folders;
#pragma warning disable
/// <summary>x</summary>
public sealed class FolderOptions
{
    public const string Leave = "leave"; public const string Delete = "delete"; public const string MoveAway = "move";
    public string OnIndexed { get; set; } = Leave;
    public string OnRejected { get; set; } = Leave;
    public string DoneFolderOf(string root) => root + "/.done";
    public string ErrorFolderOf(string root) => root + "/.error";
}
internal sealed class FolderWatcher(WatchEntry watch, FolderOptions options, IReadOnlyCollection<string> excludedFolders, ILedgerIntake ledger, TimeProvider time, ILogger log, string? only = null) : IAsyncDisposable
{
    public string Root => watch.Root;
    public Task ScanAsync(CancellationToken ct) => Task.CompletedTask;
    public Task RunAsync(CancellationToken ct) => Task.CompletedTask;
    public Task LookAgainAsync(IReadOnlyCollection<string> paths, CancellationToken ct) => Task.CompletedTask;
    public string? Problem => null;
    public long Seen => 0;
    public ValueTask DisposeAsync() => default;
}
