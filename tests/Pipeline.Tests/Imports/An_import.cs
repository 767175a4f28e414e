using Ingest.Pipeline.Tests.Infrastructure;
using Xunit;

namespace Ingest.Pipeline.Tests.Imports;

/// <summary><c>ingest import</c> of a whole folder, once, again, and after changes.</summary>
public sealed class An_import
{
    [Fact]
    public async Task Accounts_for_every_file_does_nothing_twice_and_follows_changes()
    {
        using var workspace = new Workspace();
        var files = Corpus.Write(workspace);
        var first = await ImportAsync(workspace, workspace.Data);
        var imported = await Snapshot.TakeAsync(workspace.Data, Corpus.Queries);
        Assert.Equal(files, imported.Files.Count);
        Assert.DoesNotContain(imported.Files, file => file.Contains(" inFlight ", StringComparison.Ordinal) || file.Contains(" failed ", StringComparison.Ordinal));

        var before = await Attempts.OfAsync(workspace.Data);
        var second = await ImportAsync(workspace, workspace.Data);
        Assert.Equal(before, await Attempts.OfAsync(workspace.Data));
        Assert.Equal(imported.Clusters, (await Snapshot.TakeAsync(workspace.Data, [])).Clusters);
        TestContext.Current.SendDiagnosticMessage("{0} files: first import {1:0.0} s, second {2:0.0} s", files, first.Seconds, second.Seconds);

        FolderChanges.Make(workspace.Folder, Corpus.Changes);
        await ImportAsync(workspace, workspace.Data);

        var fresh = workspace.OtherData("fresh");
        await ImportAsync(workspace, fresh);
        var expected = await Snapshot.TakeAsync(fresh, Corpus.Queries);
        var actual = await Snapshot.TakeAsync(workspace.Data, Corpus.Queries);
        Assert.Equal(expected.Files, actual.Files);
        Assert.Equal(expected.Clusters, actual.Clusters);
        Assert.Equal(expected.Searches, actual.Searches);
    }

    private static async Task<(double Seconds, string Output)> ImportAsync(Workspace workspace, string data)
    {
        var time = System.Diagnostics.Stopwatch.StartNew();
        var result = await IngestProcess.RunAsync("import", workspace.Folder, "--data", data, "--json");
        Assert.True(result.ExitCode is 0 or 3, $"import ended with {result.ExitCode}:\n{result.Errors}");
        return (time.Elapsed.TotalSeconds, result.Output);
    }
}
