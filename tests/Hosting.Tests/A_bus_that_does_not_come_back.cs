using Ingest.Hosting.Bus;

namespace Ingest.Hosting.Tests;

public sealed class A_bus_that_does_not_come_back
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly BusPatience _patience = new();

    [Fact]
    public void Is_given_up_once_the_broker_has_answered_for_two_minutes()
    {
        Assert.False(Look(0, works: false, answers: true));
        Assert.False(Look(119, works: false, answers: true));
        Assert.True(Look(120, works: false, answers: true));
    }

    [Fact]
    public void Is_waited_for_as_long_as_the_broker_is_away()
    {
        Assert.False(Look(0, works: false, answers: true));
        Assert.False(Look(100, works: false, answers: false));
        Assert.False(Look(4000, works: false, answers: true));
        Assert.False(Look(4100, works: false, answers: true));
        Assert.True(Look(4120, works: false, answers: true));
    }

    [Fact]
    public void Has_all_its_time_again_after_it_worked()
    {
        Assert.False(Look(0, works: false, answers: true));
        Assert.False(Look(110, works: true, answers: true));
        Assert.False(Look(130, works: false, answers: true));
        Assert.False(Look(240, works: false, answers: true));
    }

    private bool Look(int second, bool works, bool answers) => _patience.IsOver(works, answers, Start.AddSeconds(second));
}
