using Ingest.Hosting;
using Ingest.Queries;

namespace Ingest.CommandLine.Hosting;

/// <summary>
/// Where the answers about files, articles, clusters and search come from: from this process for a role that runs here or
/// whose store is in <c>--data</c>, over HTTP where <c>Ingest:Services:&lt;Role&gt;</c> names an address.
/// </summary>
public static class QuerySources
{
    /// <summary>Registers all query interfaces.</summary>
    public static void AddQuerySources(this IServiceCollection services, IConfiguration configuration, IEnumerable<IRole> running)
    {
        var here = running.Select(role => role.Name).ToHashSet();
        foreach (var role in Roles.WithStore)
        {
            var address = configuration[$"Ingest:Services:{role.Name}"];
            if (here.Contains(role.Name) || string.IsNullOrWhiteSpace(address))
            {
                role.AddQueries(services, configuration);
            }
            else
            {
                AddRemote(services, role.Name, new Uri(address));
            }
        }
    }

    private static void AddRemote(IServiceCollection services, string role, Uri address)
    {
        var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
        _ = role switch
        {
            "watcher" => services.AddSingleton(RemoteQueries.Create<IFileQueries>(client)).AddSingleton(RemoteQueries.Create<IPipelineQueries>(client)),
            "parser" => services.AddSingleton(RemoteQueries.Create<IArticleQueries>(client)),
            "deduplicator" => services.AddSingleton(RemoteQueries.Create<IClusterQueries>(client))
                .AddSingleton(RemoteQueries.Create<IClusterDecisions>(client)),
            _ => services.AddSingleton(RemoteQueries.Create<ISearchQueries>(client)).AddSingleton(RemoteQueries.Create<IQuoteQueries>(client)),
        };
    }
}
