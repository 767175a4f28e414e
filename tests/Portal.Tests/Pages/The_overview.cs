using Ingest.Portal.Tests.Hosting;
using Ingest.Queries;

namespace Ingest.Portal.Tests.Pages;

public sealed class The_overview
{
    [Fact]
    public async Task Shows_counts_the_batch_with_rate_and_time_left_latency_stages_disk_and_sources()
    {
        var archive = Newsroom.Filled();
        archive.Batches[0] = archive.Batches[0] with { States = new Dictionary<string, long> { ["inFlight"] = 250, ["indexed"] = 740, ["rejected"] = 10, ["failed"] = 0, ["removed"] = 0 } };
        archive.Activity = archive.Activity with { Batch = archive.Batches[0], Waiting = 4321, WaitingForRetry = 12 };
        await using var portal = await PortalHost.StartAsync(archive);
        var page = System.Text.RegularExpressions.Regex.Replace(await portal.PageAsync("/overview"), @"<[^>]+>|\s+", " ");
        page = System.Text.RegularExpressions.Regex.Replace(page, " +", " ");

        foreach (var figure in new[]
        {
            "1 In flight", "33 Done", "3 Rejected", "1 Failed", "750 of 1,000", "12 files/s", "about 20.0 s", "52 ms", "p95 121 ms", "p99 179 ms", "4,321", "12 of them for another attempt",
            "53 GiB free (21%)", "none: one process", "Strangely quiet",
        })
        {
            Assert.Contains(figure, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Says_so_when_the_broker_does_not_answer()
    {
        var archive = Newsroom.Filled();
        archive.Activity = archive.Activity with { Broker = new BrokerStatus("amqp://broker:5672/", false) };
        await using var portal = await PortalHost.StartAsync(archive);

        Assert.Contains("The broker does not answer.", await portal.PageAsync("/overview"), StringComparison.Ordinal);
    }
}
