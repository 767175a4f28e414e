using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Ingest.Portal.Access;

/// <summary>Ends the process when it listens where others can reach it and nothing asks who they are: other settings than <c>Ingest:Listen</c> can bring that about.</summary>
internal sealed class ListenCheck(IServer server, IOptions<PortalOptions> options) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken) =>
        options.Value.IsGuarded || ListenRule.Exposed(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []) is not { } exposed
            ? Task.CompletedTask
            : throw new OptionsValidationException(PortalOptions.Section, typeof(PortalOptions), [ListenRule.Refusal(exposed)]);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
