using System.CommandLine;
using Ingest.CommandLine.Diagnosis;
using Ingest.CommandLine.Hosting;
using Ingest.CommandLine.Output;

namespace Ingest.CommandLine.Commands;

/// <summary><c>ingest doctor</c>: checks what a first-time user's setup needs, and says what to do.</summary>
public static class DoctorCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var folder = new Argument<string?>("FOLDER") { Description = "The folder to be watched.", Arity = ArgumentArity.ZeroOrOne };
        var live = new Option<string?>("--live") { Description = "Only ask this process whether it is alive (for container health checks).", HelpName = "URL" };
        var (data, store, broker, json) = (SharedOptions.Data(), SharedOptions.Store(), SharedOptions.Broker(), SharedOptions.Json());
        var listen = new Option<string?>("--listen") { Description = "The address the portal is to have.", HelpName = "URL" };
        var command = new Command("doctor", "Checks folder, watch limits, broker, store, disk and port.") { folder, live, listen, broker, store, data, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(live) is { } address)
            {
                return await AskAsync(address, cancellationToken);
            }

            var configuration = Configuration.Build(
            [
                .. parsed.Setting(data, "Ingest:Data"), .. parsed.Setting(store, "Ingest:Store"),
                .. parsed.Setting(broker, "Ingest:Broker"), .. parsed.Setting(listen, "Ingest:Listen"),
                .. parsed.GetValue(folder) is { } path ? [new KeyValuePair<string, string?>("Ingest:Folder", path)] : Array.Empty<KeyValuePair<string, string?>>(),
            ]);
            var findings = await Examination.RunAsync(configuration, cancellationToken);
            foreach (var finding in findings)
            {
                Print(finding, parsed.GetValue(json));
            }

            return findings.Any(finding => finding.Severity == Severity.Problem) ? Invocation.Incomplete : Invocation.Success;
        });
        return command;
    }

    private static async Task<int> AskAsync(string address, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(5) };
        using var response = await client.GetAsync(new Uri("/health/live", UriKind.Relative), cancellationToken);
        return response.IsSuccessStatusCode ? Invocation.Success : Invocation.Failure;
    }

    private static void Print(Finding finding, bool json)
    {
        if (json)
        {
            Lines.Write(new { finding.Check, severity = finding.Severity.ToString().ToLowerInvariant(), finding.Message });
            return;
        }

        var mark = finding.Severity switch { Severity.Good => "ok      ", Severity.Warning => "warning ", _ => "PROBLEM " };
        Console.WriteLine($"{mark} {finding.Check,-12} {finding.Message}");
    }
}
