using Ingest.Pipeline.Tests.Infrastructure;
using Xunit;

namespace Ingest.Pipeline.Tests.Chaos;

/// <summary>One process with all roles, killed at random moments of an import and started again.</summary>
public sealed class Killed_embedded
{
    [Fact]
    public async Task Loses_nothing_doubles_nothing_and_ends_as_an_undisturbed_run()
    {
        using var workspace = new Workspace();
        var random = new Random(ChaosSettings.Seed);
        new NewsWriter(ChaosSettings.Seed).Write(workspace.Folder, ChaosSettings.Files);
        var undisturbed = workspace.OtherData("undisturbed");
        await ImportAsync(workspace, undisturbed);

        var kills = 0;
        while (kills < ChaosSettings.Kills)
        {
            await using var import = IngestProcess.Start(["import", workspace.Folder, "--data", workspace.Data]);
            await Task.Delay(random.Next(200, 2500), TestContext.Current.CancellationToken);
            if (import.HasExited)
            {
                // Finished before the kill: start over with an empty archive, so that every kill hits an import at work.
                Directory.Delete(workspace.Data, recursive: true);
                continue;
            }

            import.Kill();
            kills++;
        }

        await ImportAsync(workspace, workspace.Data);

        var expected = await Snapshot.TakeAsync(undisturbed, NewsWriter.Queries);
        var actual = await Snapshot.TakeAsync(workspace.Data, NewsWriter.Queries);
        Assert.Equal(ChaosSettings.Files, actual.Files.Count);
        Assert.DoesNotContain(actual.Files, file => file.Contains(" inFlight ", StringComparison.Ordinal) || file.Contains(" failed ", StringComparison.Ordinal));
        Assert.Equal(expected.Files, actual.Files);
        Assert.Equal(expected.Clusters, actual.Clusters);
        Assert.Equal(expected.Searches, actual.Searches);
    }

    private static async Task ImportAsync(Workspace workspace, string data)
    {
        var result = await IngestProcess.RunAsync("import", workspace.Folder, "--data", data);
        // 3: the folder holds files that must be rejected.
        Assert.True(result.ExitCode == 3, $"import ended with {result.ExitCode}:\n{result.Errors}");
    }
}
