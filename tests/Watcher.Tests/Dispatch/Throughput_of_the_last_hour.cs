using Ingest.Watcher.Dispatch;
using Microsoft.Extensions.Time.Testing;

namespace Ingest.Watcher.Tests.Dispatch;

public sealed class Throughput_of_the_last_hour
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2025, 3, 4, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Is_counted_by_second_and_by_minute()
    {
        var throughput = new Throughput(_time);
        for (var second = 0; second < 10; second++)
        {
            throughput.Finished(5);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(5, throughput.FilesPerSecond());
        Assert.Equal(50, throughput.PerMinute()[^1]);
        Assert.Equal(50, throughput.PerMinute().Sum());
    }

    [Fact]
    public void Moves_on_and_forgets_after_an_hour()
    {
        var throughput = new Throughput(_time);
        throughput.Finished(7);
        _time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal((0, 7, 7), (throughput.PerMinute()[^1], throughput.PerMinute()[29], throughput.PerMinute().Sum()));

        _time.Advance(TimeSpan.FromHours(5));
        Assert.Equal(0, throughput.PerMinute().Sum());
        Assert.Equal(0, throughput.FilesPerSecond());
    }
}
