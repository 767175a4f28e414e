using System.CommandLine;
using Ingest.CommandLine.Hosting;
using Ingest.Hosting.Bus;

namespace Ingest.CommandLine.Commands;

/// <summary><c>ingest run [FOLDER]</c>: the roles and the portal, until stopped.</summary>
public static class RunCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var folder = new Argument<string?>("FOLDER") { Description = "The folder to watch.", Arity = ArgumentArity.ZeroOrOne };
        var name = new Option<string?>("--name") { Description = "Name of the watch; part of every file's identity (default: the folder's name)." };
        var roles = SharedOptions.Roles();
        var listen = new Option<string?>("--listen") { Description = "Address of the portal and of health checks (default http://127.0.0.1:8080).", HelpName = "URL" };
        var (data, store, broker) = (SharedOptions.Data(), SharedOptions.Store(), SharedOptions.Broker());
        var command = new Command("run", "Watches a folder and serves the portal.") { folder, name, roles, listen, broker, store, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var configuration = Configuration.Build(
            [
                .. parsed.GetValue(folder) is { } path ? [new KeyValuePair<string, string?>("Ingest:Folder", Path.GetFullPath(path))] : Array.Empty<KeyValuePair<string, string?>>(),
                .. parsed.Setting(name, "Ingest:Name"),
                .. parsed.Setting(roles, "Ingest:Roles"),
                .. parsed.Setting(listen, "Ingest:Listen"),
                .. parsed.Setting(broker, "Ingest:Broker"),
                .. parsed.Setting(store, "Ingest:Store"),
                .. parsed.Setting(data, "Ingest:Data"),
            ]);
            await RunAsync(configuration, cancellationToken);
            return Invocation.Success;
        });
        return command;
    }

    private static async Task RunAsync(IConfigurationRoot configuration, CancellationToken cancellationToken)
    {
        var roles = Roles.Parse(configuration["Ingest:Roles"]);
        if (roles.Any(role => role.Name == "watcher"))
        {
            CheckFolder(configuration["Ingest:Folder"]);
        }

        if (string.IsNullOrWhiteSpace(configuration["Ingest:Broker"]) && roles.Count < Roles.All.Count && roles is not [{ Name: "portal" }])
        {
            await Console.Error.WriteLineAsync("ingest: note: without --broker the roles of other processes cannot be reached.");
        }

        await using var app = IngestHost.Build(configuration, roles);
        await app.StartAsync(cancellationToken);
        await Console.Error.WriteLineAsync($"ingest: running {string.Join(", ", roles.Select(role => role.Name))} at {string.Join(", ", app.Urls)}; Ctrl+C stops.");
        await app.WaitForShutdownAsync(cancellationToken);
        app.Services.GetRequiredService<BusReadiness>().ThrowIfLost();
    }

    private static void CheckFolder(string? folder)
    {
        if (string.IsNullOrWhiteSpace(folder))
        {
            throw new UsageException("Which folder? Say: ingest run FOLDER (or set Ingest__Folder).");
        }

        if (!Directory.Exists(folder))
        {
            throw new UsageException($"The folder {folder} does not exist; create it or name another.");
        }
    }
}
