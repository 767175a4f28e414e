using Ingest.Portal.Tests.Hosting;
using Ingest.Queries;

namespace Ingest.Portal.Tests.Api;

public sealed class Live_updates
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tell_the_present_state_and_then_each_change()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        using var response = await portal.Client.GetAsync(new Uri("/live", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Stop);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(Stop));

        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("\"inFlight\":1", await NextAsync(lines), StringComparison.Ordinal);
        Newsroom.Add(portal.Archive, "new.txt", file => file with { State = FileStates.InFlight });
        Assert.Contains("\"inFlight\":2", await NextAsync(lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Do_not_keep_the_portal_from_stopping()
    {
        var portal = await PortalHost.StartAsync(Newsroom.Filled());
        using var response = await portal.Client.GetAsync(new Uri("/live", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Stop);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(Stop));
        await NextAsync(lines);

        // Would wait for half a minute, and then break the connection, if the stream did not end by itself.
        await portal.StopAsync();
        var rest = await lines.ReadToEndAsync(Stop);

        Assert.DoesNotContain("error", rest, StringComparison.Ordinal);
        await portal.DisposeAsync();
    }

    private static async Task<string> NextAsync(StreamReader lines)
    {
        while (await lines.ReadLineAsync(Stop) is { } line)
        {
            if (line.StartsWith("data: {", StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException("The stream has ended.");
    }
}
