using Ingest.Watcher.Ledger;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Ingest.Watcher.Health;

/// <summary>A watchdog: files with the workers and no report from them for long means that a role is away or hangs.</summary>
internal sealed class ProgressCheck(LedgerStore ledger, LedgerReports reports, IOptions<WatcherOptions> options) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var backlog = await ledger.BacklogAsync(cancellationToken);
        return backlog.Published > 0 && reports.SinceProgress > options.Value.UnhealthyAfter
            ? HealthCheckResult.Unhealthy($"{backlog.Published} files are with the workers and none has reported for {reports.SinceProgress.TotalMinutes:0} minutes; check that every role runs.")
            : HealthCheckResult.Healthy($"{backlog.Published} files are with the workers.");
    }
}
