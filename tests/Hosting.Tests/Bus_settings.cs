using Ingest.Hosting.Bus;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Ingest.Hosting.Tests;

public sealed class Bus_settings
{
    [Theory]
    [InlineData("Ingest:Broker", "amqp://ingest:x@broker:5672/")]
    [InlineData("Ingest:Broker", "amqps://broker")]
    [InlineData("Ingest:Broker", "")]
    [InlineData("Ingest:PublishTimeout", "00:00:05")]
    [InlineData("Ingest:StopTimeout", "00:10:00")]
    public void Are_accepted(string key, string value) => Assert.NotNull(Read(key, value));

    [Theory]
    [InlineData("Ingest:Broker", "localhost", "amqp://user:password@host:5672/")]
    [InlineData("Ingest:Broker", "localhost:5672", "amqp://user:password@host:5672/")]
    [InlineData("Ingest:Broker", "http://broker:5672/", "amqp://user:password@host:5672/")]
    [InlineData("Ingest:PublishTimeout", "00:00:00", "between 1 second and 10 minutes")]
    [InlineData("Ingest:StopTimeout", "01:00:00", "between 1 second and 10 minutes")]
    public void Are_refused_with_a_sentence_that_names_the_setting(string key, string value, string advice)
    {
        var error = Assert.Throws<OptionsValidationException>(() => Read(key, value));

        var sentence = Assert.Single(error.Failures);
        Assert.Contains(key, sentence, StringComparison.Ordinal);
        Assert.Contains(advice, sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_broker_mean_this_process_alone()
    {
        Assert.False(Read("Ingest:Broker", " ").UsesBroker);
        Assert.True(Read("Ingest:Broker", "amqp://broker/").UsesBroker);
    }

    [Fact]
    public void Bound_every_wait_for_a_stopping_process()
    {
        using var services = Services("Ingest:StopTimeout", "00:00:07");

        var bus = services.GetRequiredService<IOptions<MassTransit.MassTransitHostOptions>>().Value;
        var host = services.GetRequiredService<IOptions<HostOptions>>().Value;

        Assert.Equal(TimeSpan.FromSeconds(7), bus.StopTimeout);
        Assert.Equal(TimeSpan.FromSeconds(7), bus.ConsumerStopTimeout);
        Assert.True(host.ShutdownTimeout > bus.StopTimeout);
    }

    private static BusOptions Read(string key, string value)
    {
        using var services = Services(key, value);
        return services.GetRequiredService<IOptions<BusOptions>>().Value;
    }

    private static ServiceProvider Services(string key, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build();
        return new ServiceCollection().AddLogging().AddIngestBus(configuration, []).BuildServiceProvider();
    }
}
