using System.Net;
using System.Security.Cryptography;
using System.Text;
using Ingest.Portal.Http;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Ingest.Portal.Access;

/// <summary>Who may use the portal: everybody on a loopback address; elsewhere those with the access key or behind a trusted proxy.</summary>
internal sealed class AccessControl(IOptions<PortalOptions> options, IDataProtectionProvider protection)
{
    /// <summary>Page on which the key is typed in.</summary>
    public const string SignInPath = "/sign-in";

    private const int LongestName = 100;
    private const string Cookie = "ingest-access";
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(30);
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("ingest-access").ToTimeLimitedDataProtector();
    private readonly IPNetwork[] _proxies = [.. options.Value.ProxyNetworks];

    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        var path = http.Request.Path;
        if (path.StartsWithSegments("/health", StringComparison.Ordinal))
        {
            await next(http);
        }
        else if (!IsExpectedHost(http.Request.Host))
        {
            await RefuseAsync(http, StatusCodes.Status421MisdirectedRequest, "The portal is not called so; Ingest:Portal:AllowedHosts names further names.");
        }
        else if (!options.Value.IsGuarded || IsKnown(http) || path == SignInPath || path.StartsWithSegments("/assets", StringComparison.Ordinal))
        {
            await next(http);
        }
        else if (IsForTools(path))
        {
            // Feed readers ask people for a name and a password, whatever the name; a browser must not ask for the others.
            http.Response.Headers.WWWAuthenticate = path == "/api/feed" ? "Basic realm=\"Ingest\", charset=\"UTF-8\"" : "Bearer";
            await RefuseAsync(http, StatusCodes.Status401Unauthorized, "Send the access key: Authorization: Bearer KEY.");
        }
        else
        {
            SecurityHeaders.Set(http.Response.Headers);
            http.Response.Redirect($"{SignInPath}?next={Uri.EscapeDataString(path + http.Request.QueryString)}");
        }
    }

    /// <summary>Whether this is the key; takes the same time whatever is wrong with it.</summary>
    public bool IsKey(string? candidate) =>
        options.Value.AccessKey is { Length: > 0 } key && CryptographicOperations.FixedTimeEquals(Hash(candidate ?? ""), Hash(key));

    /// <summary>Lets this browser in from now on.</summary>
    public void Remember(HttpContext http) => http.Response.Cookies.Append(
        Cookie,
        // Another key ends it.
        _protector.Protect(Convert.ToHexString(Hash(options.Value.AccessKey!)), Lasts),
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = Lasts, IsEssential = true });

    /// <summary>How whoever asks is called: as the trusted proxy says; null where nobody says it.</summary>
    public string? NameOf(HttpContext http) =>
        IsVouchedFor(http) ? http.Request.Headers[options.Value.TrustedProxyHeader!].ToString().Trim() is var name && name.Length > LongestName ? name[..LongestName] : name : null;

    private static bool IsForTools(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.Ordinal) || path.StartsWithSegments("/query", StringComparison.Ordinal)
        || path.StartsWithSegments("/openapi", StringComparison.Ordinal) || path == "/live";

    private bool IsKnown(HttpContext http) =>
        IsVouchedFor(http)
        || IsKey(Sent(http.Request.Headers.Authorization.ToString()))
        || (http.Request.Cookies[Cookie] is { } cookie && IsRemembered(cookie));

    /// <summary>The key in the header: as a bearer token, or as the password of basic authentication.</summary>
    private static string? Sent(string authorization)
    {
        if (authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return authorization["Bearer ".Length..].Trim();
        }

        var text = new byte[1024];
        return authorization.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)
            && Convert.TryFromBase64String(authorization["Basic ".Length..].Trim(), text, out var length)
            && Encoding.UTF8.GetString(text, 0, length) is var pair && pair.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0
            ? pair[(colon + 1)..]
            : null;
    }

    private bool IsVouchedFor(HttpContext http) =>
        options.Value.TrustedProxyHeader is { Length: > 0 } header
        && !string.IsNullOrWhiteSpace(http.Request.Headers[header])
        && http.Connection.RemoteIpAddress is { } remote
        && _proxies.Any(network => network.Contains(remote.IsIPv4MappedToIPv6 ? remote.MapToIPv4() : remote));

    private bool IsRemembered(string cookie)
    {
        try
        {
            return options.Value.AccessKey is { Length: > 0 } key
                && CryptographicOperations.FixedTimeEquals(Convert.FromHexString(_protector.Unprotect(cookie)), Hash(key));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return false;
        }
    }

    /// <summary>
    /// A page elsewhere can make its own name point to the loopback (DNS rebinding) and would then read this portal as its own; but the
    /// browser still says the name. Where there is a guard, it stands in the way of that.
    /// </summary>
    private bool IsExpectedHost(HostString host) =>
        (options.Value.IsGuarded && options.Value.AllowedHosts.Length == 0)
        || Loopback.Is(host.Host)
        || options.Value.AllowedHosts.Contains(host.Host, StringComparer.OrdinalIgnoreCase);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static Task RefuseAsync(HttpContext http, int status, string detail)
    {
        SecurityHeaders.Set(http.Response.Headers);
        return TypedResults.Problem(detail, statusCode: status).ExecuteAsync(http);
    }
}
