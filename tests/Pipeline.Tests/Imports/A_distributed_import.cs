using Ingest.Pipeline.Tests.Infrastructure;
using Xunit;

namespace Ingest.Pipeline.Tests.Imports;

/// <summary>The same files through RabbitMQ, every role in a process of its own, two parsers.</summary>
public sealed class A_distributed_import(RabbitMqServer server)
{
    [Fact]
    public async Task Gives_the_same_clusters_and_searches_as_an_embedded_one()
    {
        using var workspace = new Workspace();
        var files = Corpus.Write(workspace);
        var embedded = workspace.OtherData("embedded");
        var result = await IngestProcess.RunAsync("import", workspace.Folder, "--data", embedded);
        Assert.True(result.ExitCode is 0 or 3, result.Errors);

        await using (var pipeline = DistributedPipeline.Start(workspace.Folder, workspace.Data, await server.NewAddressAsync()))
        {
            await pipeline.SettleAsync(files, TimeSpan.FromMinutes(10));
        }

        var expected = await Snapshot.TakeAsync(embedded, Corpus.Queries);
        var actual = await Snapshot.TakeAsync(workspace.Data, Corpus.Queries);
        Assert.Equal(expected.Files, actual.Files);
        Assert.Equal(expected.Clusters, actual.Clusters);
        Assert.Equal(expected.Searches, actual.Searches);
    }
}
