using Ingest.Pipeline.Tests.Infrastructure;
using Xunit;

namespace Ingest.Pipeline.Tests.Chaos;

/// <summary>A process a role; random ones are killed, and the broker too, while files go through.</summary>
public sealed class Killed_distributed(RabbitMqServer server)
{
    [Fact]
    public async Task Loses_nothing_doubles_nothing_and_ends_as_an_undisturbed_embedded_run()
    {
        using var workspace = new Workspace();
        var random = new Random(ChaosSettings.Seed);
        new NewsWriter(ChaosSettings.Seed).Write(workspace.Folder, ChaosSettings.Files);
        var undisturbed = workspace.OtherData("undisturbed");
        Assert.Equal(3, (await IngestProcess.RunAsync("import", workspace.Folder, "--data", undisturbed)).ExitCode);

        await using (var pipeline = DistributedPipeline.Start(workspace.Folder, workspace.Data, await server.NewAddressAsync()))
        {
            var restarts = Enumerable.Range(1, ChaosSettings.BrokerRestarts).Select(i => i * ChaosSettings.Kills / (ChaosSettings.BrokerRestarts + 1)).ToHashSet();
            for (var kill = 0; kill < ChaosSettings.Kills; kill++)
            {
                await Task.Delay(random.Next(500, 3000), TestContext.Current.CancellationToken);
                await pipeline.KillAndRestartAsync(random.Next(pipeline.Count));
                if (restarts.Contains(kill))
                {
                    await server.RestartAsync();
                }
            }

            await pipeline.SettleAsync(ChaosSettings.Files, TimeSpan.FromMinutes(8));
            Assert.Equal(0, pipeline.Revive());
        }

        var expected = await Snapshot.TakeAsync(undisturbed, NewsWriter.Queries);
        var actual = await Snapshot.TakeAsync(workspace.Data, NewsWriter.Queries);
        Assert.Equal(expected.Files, actual.Files);
        Assert.Equal(expected.Clusters, actual.Clusters);
        Assert.Equal(expected.Searches, actual.Searches);
    }
}
