using Ingest.CommandLine.Hosting;
using Ingest.CommandLine.Output;
using Ingest.Queries;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Pipeline.Tests.Infrastructure;

/// <summary>Whether a data folder has come to rest, read from outside while other processes work on it.</summary>
internal static class Settled
{
    public static async Task<bool> IsAsync(string data, int files)
    {
        await using var services = Open(data);
        var summary = await SummaryAsync(services);
        var present = summary.States.Where(state => state.Key != FileStates.Removed).Sum(state => state.Value);
        if (present != files || summary.States[FileStates.InFlight] > 0)
        {
            return false;
        }

        var status = await services.GetRequiredService<ISearchQueries>().StatusAsync(new IndexStatusRequest(), CancellationToken.None);
        return status.VisibleSequence >= status.StoreSequence;
    }

    public static async Task<string> DescribeAsync(string data)
    {
        await using var services = Open(data);
        return Summary.Sentence(await SummaryAsync(services));
    }

    private static Task<LedgerSummary> SummaryAsync(ServiceProvider services) =>
        services.GetRequiredService<IFileQueries>().SummariseAsync(new SummaryRequest(), CancellationToken.None);

    private static ServiceProvider Open(string data) => IngestHost.BuildQueries(Configuration.Build([new("Ingest:Data", data)]));
}
