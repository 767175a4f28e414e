using Ingest.Hosting.Bus;

namespace Ingest.Hosting.Tests;

public sealed class A_broker_address
{
    [Theory]
    [InlineData("amqp://ingest:s3cret@broker:5672/news", "amqp://broker:5672/news")]
    [InlineData("amqps://ingest:s3cret@broker/", "amqps://broker/")]
    [InlineData("amqp://broker:5673/", "amqp://broker:5673/")]
    public void Is_shown_without_user_and_password(string broker, string shown)
    {
        var address = RabbitMqAddress.WithoutCredentials(new Uri(broker));

        Assert.Equal(new Uri(shown), address);
        Assert.Empty(address.UserInfo);
        Assert.DoesNotContain("s3cret", address.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("amqp://ingest:s3cret@broker/", "ingest", "s3cret")]
    [InlineData("amqp://in%40gest:a%3Ab%2Fc%25@broker/", "in@gest", "a:b/c%")]
    [InlineData("amqp://ingest:a:b@broker/", "ingest", "a:b")]
    [InlineData("amqp://ingest@broker/", "ingest", "")]
    [InlineData("amqp://broker/", "guest", "guest")]
    public void Gives_user_and_password(string broker, string user, string password) =>
        Assert.Equal((user, password), RabbitMqAddress.Credentials(new Uri(broker)));
}
