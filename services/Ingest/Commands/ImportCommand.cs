using System.CommandLine;
using Ingest.CommandLine.Hosting;
using Ingest.CommandLine.Importing;
using Ingest.CommandLine.Output;

namespace Ingest.CommandLine.Commands;

/// <summary><c>ingest import PATH…</c>: takes everything in once, waits until it is searchable, and says what became of it.</summary>
public static class ImportCommand
{
    private const string DefaultRoles = "watcher,parser,deduplicator,indexer";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files and folders.", Arity = ArgumentArity.OneOrMore };
        var name = new Option<string?>("--name") { Description = "Name of the watch, for a single PATH; part of every file's identity (default: the folder's name)." };
        var roles = SharedOptions.Roles();
        roles.Description = $"Roles to run in this process; the others must run elsewhere on the same broker (default {DefaultRoles}).";
        var (data, store, broker, json) = (SharedOptions.Data(), SharedOptions.Store(), SharedOptions.Broker(), SharedOptions.Json());
        var command = new Command("import", "Takes files in once and reports what became of them.") { paths, name, roles, broker, store, data, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var chosen = parsed.GetValue(paths)!.Select(Path.GetFullPath).ToList();
            if (chosen.Find(path => !Path.Exists(path)) is { } missing)
            {
                throw new UsageException($"There is no {missing}; check the path.");
            }

            var configuration = Configuration.Build(
            [
                .. chosen.Select((path, i) => new KeyValuePair<string, string?>($"Ingest:Import:{i}", path)),
                .. parsed.Setting(name, "Ingest:Name"),
                .. parsed.Setting(broker, "Ingest:Broker"),
                .. parsed.Setting(store, "Ingest:Store"),
                .. parsed.Setting(data, "Ingest:Data"),
            ]);
            var outcome = await ImportRun.RunAsync(configuration, RolesOf(parsed.GetValue(roles)), cancellationToken);
            Print(outcome, parsed.GetValue(json));
            return outcome.Unsuccessful == 0 ? Invocation.Success : Invocation.Incomplete;
        });
        return command;
    }

    private static IReadOnlyList<Ingest.Hosting.IRole> RolesOf(string? list)
    {
        var roles = Roles.Parse(string.IsNullOrWhiteSpace(list) ? DefaultRoles : list);
        return roles.Any(role => role.Name == "watcher")
            ? [.. roles.Where(role => role.Name != "portal")]
            : throw new UsageException("An import needs the watcher; add it to --roles.");
    }

    private static void Print(ImportOutcome outcome, bool json)
    {
        if (json)
        {
            Lines.Write(new { files = outcome.Summary.States.Values.Sum(), outcome.Summary.States, outcome.Summary.Reasons, outcome.Summary.Articles, outcome.Seconds });
            return;
        }

        Console.WriteLine(Summary.Sentence(outcome.Summary));
        Console.WriteLine(FormattableString.Invariant($"Searchable after {outcome.Seconds:0.0} s."));
        if (outcome.Unsuccessful > 0)
        {
            Console.WriteLine("'ingest files --state rejected' and '--state failed' say what is wrong with each of the others.");
        }
    }
}
