using Ingest.CommandLine.Commands;
using Ingest.Deduplicator;
using Ingest.Hosting;
using Ingest.Indexer;
using Ingest.Parser;
using Ingest.Portal;
using Ingest.Watcher;

namespace Ingest.CommandLine.Hosting;

/// <summary>The roles a process can run. The only place that knows all of them.</summary>
public static class Roles
{
    /// <summary>In the order of the pipeline.</summary>
    public static IReadOnlyList<IRole> All { get; } =
        [new WatcherRole(), new ParserRole(), new DeduplicatorRole(), new IndexerRole(), new PortalRole()];

    /// <summary>The roles that keep a store; the portal keeps none.</summary>
    public static IReadOnlyList<IRole> WithStore { get; } = [.. All.Where(role => role is not PortalRole)];

    /// <summary>Reads <c>watcher,parser</c>; all when nothing is given.</summary>
    /// <exception cref="UsageException">There is no such role.</exception>
    public static IReadOnlyList<IRole> Parse(string? list)
    {
        if (string.IsNullOrWhiteSpace(list) || list == "all")
        {
            return All;
        }

        var names = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return [.. names.Distinct().Select(name => All.FirstOrDefault(role => role.Name == name) ?? throw new UsageException(
            $"There is no role '{name}'; --roles takes {string.Join(", ", All.Select(role => role.Name))}."))];
    }
}
