using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ingest.Portal.Http;

/// <summary>How many requests one client may make, and how many costly ones there may be at a time.</summary>
internal static class RequestLimits
{
    private const int CostlyAtOnce = 4;
    private const int KeysAMinute = 10;

    public static void AddRequestLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<PortalOptions>>((limiter, options) =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(http => Steady(http, options.Value.RequestsPerSecond)),
                PartitionedRateLimiter.Create<HttpContext, string>(Costly),
                PartitionedRateLimiter.Create<HttpContext, string>(Guesses));
            limiter.OnRejected = async (rejected, cancellationToken) =>
            {
                var http = rejected.HttpContext;
                http.Response.Headers.RetryAfter = "5";
                await RefuseAsync(http);
            };
        });
    }

    private static RateLimitPartition<string> Steady(HttpContext http, int perSecond) =>
        // What the roles ask each other is no client's, and health checks must always be answered.
        http.Request.Path.StartsWithSegments("/query", StringComparison.Ordinal) || http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetTokenBucketLimiter(Client(http), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = perSecond * 10,
                TokensPerPeriod = perSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 0,
            });

    private static RateLimitPartition<string> Costly(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api/export", StringComparison.Ordinal) || http.Request.Path.StartsWithSegments("/compare", StringComparison.Ordinal)
            || http.Request.Path.StartsWithSegments("/api/compare", StringComparison.Ordinal) || http.Request.Path.Value?.Contains("/report.", StringComparison.Ordinal) == true
            ? RateLimitPartition.GetConcurrencyLimiter("costly", _ => new ConcurrencyLimiterOptions { PermitLimit = CostlyAtOnce, QueueLimit = CostlyAtOnce * 4 })
            : RateLimitPartition.GetNoLimiter("");

    private static RateLimitPartition<string> Guesses(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method) && http.Request.Path == Access.AccessControl.SignInPath
            ? RateLimitPartition.GetFixedWindowLimiter(Client(http), _ => new FixedWindowRateLimiterOptions { PermitLimit = KeysAMinute, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter("");

    private static string Client(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    private static async Task RefuseAsync(HttpContext http)
    {
        SecurityHeaders.Set(http.Response.Headers);
        const string detail = "Too many requests; wait a few seconds and try again.";
        IResult answer = http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            ? TypedResults.Problem(detail, statusCode: StatusCodes.Status429TooManyRequests)
            : Page.Problem(StatusCodes.Status429TooManyRequests, "Too many requests", detail);
        await answer.ExecuteAsync(http);
    }
}
