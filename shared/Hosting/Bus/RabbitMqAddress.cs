namespace Ingest.Hosting.Bus;

/// <summary>Takes a broker URL apart; the password never reaches a log line or a page.</summary>
public static class RabbitMqAddress
{
    /// <summary>The address for display and for MassTransit: scheme, host, port, virtual host.</summary>
    public static Uri WithoutCredentials(Uri broker)
    {
        ArgumentNullException.ThrowIfNull(broker);
        return new UriBuilder(broker) { UserName = "", Password = "" }.Uri;
    }

    /// <summary>User and password; RabbitMQ's own default user where the URL names none.</summary>
    public static (string User, string Password) Credentials(Uri broker)
    {
        ArgumentNullException.ThrowIfNull(broker);
        if (broker.UserInfo.Length == 0)
        {
            return ("guest", "guest");
        }

        var parts = broker.UserInfo.Split(':', 2);
        return (Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "");
    }
}
