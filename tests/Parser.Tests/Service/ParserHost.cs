using Ingest.Contracts;
using Ingest.Hosting.Bus;
using Ingest.Parser.Quarantine;
using Ingest.Queries;
using Ingest.Storage;
using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ingest.Parser.Tests.Service;

/// <summary>The role as the host registers it, over MassTransit's in-memory test harness and a data folder.</summary>
internal sealed class ParserHost : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    private readonly Conversations _conversations = new();

    private ParserHost(ServiceProvider provider)
    {
        _provider = provider;
        Harness.Bus.ConnectPublishObserver(_conversations);
        Harness.Bus.ConnectReceiveObserver(_conversations);
    }

    /// <summary>Identifiers of all messages that the parser published, in order.</summary>
    public IEnumerable<Guid?> PublishedIds =>
        _conversations.Published.Where(published => published.Message is not (FileDiscovered or FileRemoved)).Select(published => published.MessageId);

    private ITestHarness Harness => _provider.GetRequiredService<ITestHarness>();

    public IArticleQueries Queries => _provider.GetRequiredService<IArticleQueries>();

    public DeadJournals DeadJournals => _provider.GetRequiredService<DeadJournals>();

    public IServiceProvider Services => _provider;

    public static async Task<ParserHost> StartAsync(string data, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("Ingest:Parser:" + setting.Key, (string?)setting.Value)))
            .Build();
        var role = new ParserRole();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new BusOptions());
        services.Configure<StoreOptions>(options => options.Data = data);
        role.AddQueries(services, configuration);
        role.AddServices(services, configuration);
        services.AddMassTransitTestHarness(bus =>
        {
            bus.SetTestTimeouts(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(20));
            role.AddConsumers(bus);
        });
        var provider = services.BuildServiceProvider(validateScopes: true);
        foreach (var start in provider.GetServices<Microsoft.Extensions.Hosting.IHostedService>().Where(service => service is ParserStart))
        {
            await start.StartAsync(TestContext.Current.CancellationToken);
        }

        await provider.GetRequiredService<ITestHarness>().Start();
        return new ParserHost(provider);
    }

    /// <summary>Publishes a message, waits until it is settled, and gives everything that was published for it, in order.</summary>
    public async Task<IReadOnlyList<object>> TellAsync<T>(T message)
        where T : class
    {
        var conversation = Guid.NewGuid();
        var settled = _conversations.Open(conversation);
        await Harness.Bus.Publish(message, context => context.ConversationId = conversation, TestContext.Current.CancellationToken);
        await settled.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        return [.. _conversations.Published.Where(published => published.Conversation == conversation && published.Message is not T).Select(published => published.Message)];
    }

    public ValueTask DisposeAsync() => _provider.DisposeAsync();
}
