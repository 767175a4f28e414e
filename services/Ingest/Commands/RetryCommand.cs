using System.CommandLine;
using Ingest.CommandLine.Output;
using Ingest.Queries;

namespace Ingest.CommandLine.Commands;

/// <summary>
/// <c>ingest retry</c>: publishes files again. It marks them in the ledger; the Watcher that runs on this data folder (now, or
/// at its next start) publishes them.
/// </summary>
public static class RetryCommand
{
    private static readonly TimeSpan CanaryPatience = TimeSpan.FromMinutes(5);

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var target = new Argument<string?>("FILE") { Description = "A file's path or identifier.", Arity = ArgumentArity.ZeroOrOne };
        var reason = new Option<string?>("--reason") { Description = "All rejected and failed files with this reason." };
        var state = new Option<string?>("--state") { Description = "All files in this state." };
        state.AcceptOnlyFromAmong(FileStates.Rejected, FileStates.Failed, FileStates.Indexed, FileStates.InFlight);
        var canary = new Option<int?>("--canary") { Description = "Try so many first, and stop if one of them fails.", HelpName = "N" };
        var (data, json) = (SharedOptions.Data(), SharedOptions.Json());
        var command = new Command("retry", "Publishes rejected or failed files again.") { target, reason, state, canary, data, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var request = new RetryRequest { IdOrPath = parsed.GetValue(target), Reason = parsed.GetValue(reason), State = parsed.GetValue(state) };
            if (request is { IdOrPath: null, Reason: null, State: null })
            {
                throw new UsageException("Which files? Give a FILE, --reason or --state; 'ingest files --state failed' lists them.");
            }

            await using var scope = QueryScope.Open(parsed, data);
            var started = new List<string>();
            if (parsed.GetValue(canary) is { } count)
            {
                var first = await scope.Files.RetryAsync(request with { Limit = count }, cancellationToken);
                started.AddRange(first.FileIds);
                if (!await SucceedAsync(scope.Files, first.FileIds, cancellationToken))
                {
                    Report(started.Count, "stopped: a canary did not succeed; see 'ingest files --state failed'", parsed.GetValue(json));
                    return Invocation.Incomplete;
                }
            }

            started.AddRange((await scope.Files.RetryAsync(request, cancellationToken)).FileIds);
            Report(started.Count, started.Count == 0 ? "nothing matches" : "published again by the running watcher, or at its next start", parsed.GetValue(json));
            return Invocation.Success;
        });
        return command;
    }

    private static async Task<bool> SucceedAsync(IFileQueries files, IReadOnlyList<string> fileIds, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(CanaryPatience);
        foreach (var fileId in fileIds)
        {
            var file = await files.GetAsync(new FileKey(fileId), patience.Token);
            while (file?.State == FileStates.InFlight)
            {
                if (patience.IsCancellationRequested)
                {
                    throw new UsageException("The canaries have made no progress for 5 minutes: is 'ingest run' running on this data folder?");
                }

                await Task.Delay(200, cancellationToken);
                file = await files.GetAsync(new FileKey(fileId), cancellationToken);
            }

            if (file?.State is FileStates.Rejected or FileStates.Failed)
            {
                return false;
            }
        }

        return true;
    }

    private static void Report(int count, string note, bool json)
    {
        if (json)
        {
            Lines.Write(new { files = count, note });
        }
        else
        {
            Console.WriteLine($"{count} files: {note}.");
        }
    }
}
