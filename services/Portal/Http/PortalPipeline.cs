using Ingest.Portal.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Portal.Http;

/// <summary>What stands before every route of a process with a portal, those of other roles included.</summary>
internal sealed class PortalPipeline : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseRateLimiter();
        var access = app.ApplicationServices.GetRequiredService<AccessControl>();
        app.Use(continuation => http => access.InvokeAsync(http, continuation));
        next(app);
    };
}
