using System.CommandLine;
using Ingest.CommandLine.Hosting;
using Ingest.CommandLine.Output;
using Ingest.CommandLine.Rebuilding;

namespace Ingest.CommandLine.Commands;

/// <summary><c>ingest rebuild deduplicator|indexer</c>: makes a store again of the parser's articles.</summary>
public static class RebuildCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var which = new Argument<string>("STORE") { Description = "deduplicator or indexer." };
        which.AcceptOnlyFromAmong([.. RebuildTarget.All.Select(target => target.Name)]);
        var (data, store, json) = (SharedOptions.Data(), SharedOptions.Store(), SharedOptions.Json());
        var command = new Command("rebuild", "Makes a store again of the parser's articles; nothing else may run on the data folder.") { which, store, data, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var target = RebuildTarget.All.First(each => each.Name == parsed.GetValue(which));
            // In this process whatever the configuration says: a broker's queues may hold what other processes wait for.
            var configuration = Configuration.Build(
                [.. parsed.Setting(data, "Ingest:Data"), .. parsed.Setting(store, "Ingest:Store"), new("Ingest:Broker", "")]);
            var (done, failed) = await RebuildRun.RunAsync(configuration, target, cancellationToken);
            if (parsed.GetValue(json))
            {
                Lines.Write(new { articles = done, failed });
            }
            else
            {
                Console.WriteLine(failed == 0 ? $"{done} articles rebuilt." : $"{done} articles rebuilt, {failed} failed; see the log above, then rebuild again.");
            }

            return failed == 0 ? Invocation.Success : Invocation.Incomplete;
        });
        return command;
    }
}
