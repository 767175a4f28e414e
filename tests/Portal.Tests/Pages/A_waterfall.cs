using Ingest.Contracts;
using Ingest.Portal.Files;
using Ingest.Portal.Tests.Hosting;
using Ingest.Queries;

namespace Ingest.Portal.Tests.Pages;

public sealed class A_waterfall
{
    private static readonly DateTimeOffset Start = Newsroom.Morning;

    private static readonly FileEntry File = new()
    {
        FileId = "f", Watch = "news", Root = "/", Path = "a.txt", State = FileStates.Indexed, Revision = 1, Size = 1, Attempts = 1, DiscoveredAt = Start,
        PublishedAt = Start.AddSeconds(1), ParsedAt = Start.AddSeconds(3), ClusteredAt = Start.AddSeconds(4), FinishedAt = Start.AddSeconds(9), ArticleCount = 2,
    };

    [Fact]
    public void Has_a_span_for_each_stage_that_follow_without_a_gap()
    {
        var rows = Waterfall.Of(File, [], Start.AddHours(1));

        Assert.Equal([("Watcher", 1), ("Parser", 2), ("Deduplicator", 1), ("Indexer", 5)], rows.Select(row => (row.Name, (int)(row.To - row.From).TotalSeconds)));
        Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
    }

    [Fact]
    public void Shows_attempts_that_came_to_nothing_and_the_waiting_between()
    {
        var rows = Waterfall.Of(
            File with { PublishedAt = Start.AddSeconds(8), ParsedAt = Start.AddSeconds(8.5), ClusteredAt = Start.AddSeconds(8.7) },
            [new FileAttempt(1, Start.AddSeconds(1), Start.AddSeconds(2), RejectionReasons.StageError, "parser: x")],
            Start);

        Assert.Equal(["Watcher", "Attempt 1", "Watcher", "Parser", "Deduplicator", "Indexer"], rows.Select(row => row.Name));
        Assert.Equal(SpanKind.Failed, rows[1].Kind);
        Assert.Contains("parser: x", rows[1].Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_file_on_its_way_ends_now()
    {
        var rows = Waterfall.Of(File with { State = FileStates.InFlight, ParsedAt = null, FinishedAt = null, ClusteredAt = null }, [], Start.AddSeconds(30));

        Assert.Equal(("Parser", SpanKind.Open, Start.AddSeconds(30)), (rows[^1].Name, rows[^1].Kind, rows[^1].To));
    }

    [Fact]
    public void Never_runs_backwards_whatever_the_clocks_of_the_hosts_say()
    {
        var random = new Random(3);
        foreach (var state in FileStates.All)
        {
            for (var i = 0; i < 200; i++)
            {
                var rows = Waterfall.Of(
                    File with { State = state, PublishedAt = Some(), ParsedAt = Some(), ClusteredAt = Some(), FinishedAt = state == FileStates.InFlight ? null : Some() },
                    [new FileAttempt(1, Start.AddSeconds(random.Next(-5, 5)), Start.AddSeconds(random.Next(-5, 5)), "x", null)],
                    Start.AddMinutes(1));
                Assert.All(rows, row => Assert.True(row.To >= row.From, row.ToString()));
            }
        }

        DateTimeOffset? Some() => random.Next(4) == 0 ? null : Start.AddSeconds(random.Next(-10, 20));
    }
}
