using Ingest.Contracts;
using Ingest.Hosting.Bus;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ingest.Hosting.Tests;

public sealed class On_the_bus
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_travels_compact_and_as_it_is_written()
    {
        using var host = await StartAsync();
        var id = Identifiers.Message("rejected", "f1", 3);

        await Bus(host).PublishEventAsync(Rejected("Zürich „1“ <b>"), id, TimeSpan.FromSeconds(30), Cancellation);

        var (messageId, body) = await host.Services.GetRequiredService<Inbox>().TakeAsync();
        Assert.Equal(id, messageId);
        Assert.DoesNotContain('\n', body);
        Assert.Contains(
            """
            "message":{"fileId":"f1","revision":3,"reason":"binary","detail":"Zürich „1“ <b>","retractedCount":0,"rejectedAt":"2025-02-13T09:30:00+00:00"}
            """.Trim(),
            body,
            StringComparison.Ordinal);
        await host.StopAsync(Cancellation);
    }

    [Fact]
    public async Task Many_messages_keep_an_identifier_of_their_own()
    {
        using var host = await StartAsync();
        var messages = Enumerable.Range(0, 300).Select(i => Rejected($"{i}")).ToList();

        await Bus(host).PublishEventsAsync(
            messages, message => Identifiers.Message("rejected", message.Detail, 3), TimeSpan.FromSeconds(30), Cancellation);

        var inbox = host.Services.GetRequiredService<Inbox>();
        var arrived = new HashSet<Guid?>();
        foreach (var _ in messages)
        {
            arrived.Add((await inbox.TakeAsync()).MessageId);
        }

        Assert.Equal(messages.Select(message => (Guid?)Identifiers.Message("rejected", message.Detail, 3)).Order(), arrived.Order());
        await host.StopAsync(Cancellation);
    }

    [Fact]
    public async Task An_unforeseen_error_is_tried_three_times_and_then_becomes_a_fault()
    {
        using var host = await StartAsync();

        await Bus(host).PublishEventAsync(Rejected("throw"), Guid.NewGuid(), TimeSpan.FromSeconds(30), Cancellation);

        var inbox = host.Services.GetRequiredService<Inbox>();
        Assert.Equal("throw", (await inbox.Faults.Reader.ReadAsync(Cancellation)).Message.Detail);
        Assert.Equal(3, inbox.Attempts);
        await host.StopAsync(Cancellation);
    }

    private static IBus Bus(IHost host) => host.Services.GetRequiredService<IBus>();

    private static FileRejected Rejected(string detail) => new()
    {
        FileId = "f1",
        Revision = 3,
        Reason = RejectionReasons.Binary,
        Detail = detail,
        RetractedCount = 0,
        RejectedAt = new DateTimeOffset(2025, 2, 13, 9, 30, 0, TimeSpan.Zero),
    };

    private static async Task<IHost> StartAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddLogging();
        builder.Services.AddSingleton<Inbox>();
        builder.Services.AddIngestBus(builder.Configuration, [new InboxRole()]);
        var host = builder.Build();
        await host.StartAsync(Cancellation);
        return host;
    }
}
