using Ingest.Indexer.Search;

namespace Ingest.Indexer.Tests.Search;

public sealed class Latencies_of_the_last_articles
{
    [Fact]
    public void Are_nothing_before_the_first() => Assert.Null(new LatencyWindow().Figures());

    [Fact]
    public void Are_given_as_shares_of_the_last_thousand()
    {
        var window = new LatencyWindow();
        for (var i = 0; i < 5000; i++)
        {
            window.Add(1000);
        }

        for (var i = 1; i <= 1000; i++)
        {
            window.Add(i / 1000.0);
        }

        var figures = window.Figures()!;

        Assert.Equal((1000, 0.5, 0.95, 0.99), (figures.Count, figures.P50, figures.P95, figures.P99));
        Assert.Equal(100, figures.Recent.Count);
        Assert.Equal(1.0, figures.Recent[^1]);
    }
}
