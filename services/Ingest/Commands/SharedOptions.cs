using System.CommandLine;

namespace Ingest.CommandLine.Commands;

/// <summary>Options that several commands have, each defined once. A fresh instance a command.</summary>
public static class SharedOptions
{
    /// <summary><c>--data DIR</c></summary>
    public static Option<string?> Data() => new("--data") { Description = "Folder of the stores (default ./data).", HelpName = "DIR" };

    /// <summary><c>--json</c></summary>
    public static Option<bool> Json() => new("--json") { Description = "Print JSON, one object a line." };

    /// <summary><c>--store</c></summary>
    public static Option<string?> Store() => new("--store") { Description = "sqlite (default).", HelpName = "STORE" };

    /// <summary><c>--broker</c></summary>
    public static Option<string?> Broker() => new("--broker")
    {
        Description = "RabbitMQ, amqp://user:password@host:5672/ (default: in-memory, all roles in this process).",
        HelpName = "URL",
    };

    /// <summary><c>--roles</c></summary>
    public static Option<string?> Roles() => new("--roles")
    {
        Description = "Comma-separated: watcher, parser, deduplicator, indexer, portal (default all).",
        HelpName = "ROLES",
    };

    /// <summary>What an option was given, under its configuration key; nothing when it was left out.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Setting<T>(this ParseResult parsed, Option<T> option, string key)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        var value = parsed.GetResult(option) is null ? null : parsed.GetValue(option)?.ToString();
        return value is null ? [] : [new(key, value)];
    }
}
