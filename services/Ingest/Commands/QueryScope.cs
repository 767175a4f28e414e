using System.CommandLine;
using Ingest.CommandLine.Hosting;
using Ingest.Queries;

namespace Ingest.CommandLine.Commands;

/// <summary>The query interfaces over <c>--data</c> while a command runs.</summary>
public sealed class QueryScope : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private QueryScope(ServiceProvider services) => _services = services;

    /// <summary>Files.</summary>
    public IFileQueries Files => _services.GetRequiredService<IFileQueries>();

    /// <summary>Articles as parsed.</summary>
    public IArticleQueries Articles => _services.GetRequiredService<IArticleQueries>();

    /// <summary>Clusters.</summary>
    public IClusterQueries Clusters => _services.GetRequiredService<IClusterQueries>();

    /// <summary>Search.</summary>
    public ISearchQueries Search => _services.GetRequiredService<ISearchQueries>();

    /// <summary>All of them.</summary>
    public IServiceProvider Services => _services;

    /// <summary>Anything else that a role registered.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Opens the data folder that <paramref name="data"/> names.</summary>
    public static QueryScope Open(ParseResult parsed, Option<string?> data) =>
        new(IngestHost.BuildQueries(Configuration.Build(parsed.Setting(data, "Ingest:Data"))));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
