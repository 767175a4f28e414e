using Ingest.Portal.Overview;
using Ingest.Portal.Tests.Hosting;
using Ingest.Queries;

namespace Ingest.Portal.Tests.Pages;

public sealed class A_source
{
    [Theory]
    [InlineData("1111111111111111111111111111", false)]
    [InlineData("1111111111111111111111111110", false)]
    [InlineData("1111111111111111111111111000", true)]
    [InlineData("1000000100000010000001000000", false)]
    [InlineData("1010101010101010101010000000", true)]
    [InlineData("0000000000000000000100000000", false)]
    [InlineData("0000000000000000000000000000", false)]
    [InlineData("1111100111110011111001111100", false)]
    public void Is_strangely_quiet_when_it_is_silent_for_longer_than_ever(string days, bool isQuiet) =>
        Assert.Equal(isQuiet, Silence.IsStrange(new SourceActivity("x", Newsroom.Morning, "a", [.. days.Select(day => (long)(day - '0'))])));

    [Fact]
    public async Task That_is_strangely_quiet_stands_first_on_the_overview()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        var page = await portal.PageAsync("/overview");

        Assert.True(page.IndexOf("Strangely quiet", StringComparison.Ordinal) is > 0 and var quiet && quiet < page.IndexOf("The Lindholm Courier", StringComparison.Ordinal));
    }
}
