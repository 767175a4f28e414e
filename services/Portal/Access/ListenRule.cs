using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Ingest.Portal.Access;

/// <summary>
/// The portal shows every article and takes orders, so it starts on an address that others can reach only when something asks who they
/// are. Checked before it listens; <see cref="ListenCheck"/> checks what it really listens on.
/// </summary>
internal sealed class ListenRule(IConfiguration configuration) : IValidateOptions<PortalOptions>
{
    public ValidateOptionsResult Validate(string? name, PortalOptions options) =>
        options.IsGuarded || Exposed((configuration["Ingest:Listen"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) is not { } exposed
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(Refusal(exposed));

    /// <summary>The first address that is not this machine's own; null when all are.</summary>
    internal static string? Exposed(IEnumerable<string> addresses) => addresses.FirstOrDefault(address => !IsLoopback(address));

    private static bool IsLoopback(string address)
    {
        var rest = address[(address.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0)..];
        if (rest.StartsWith("unix:/", StringComparison.Ordinal))
        {
            return true;
        }

        var end = rest.StartsWith('[') ? rest.IndexOf(']', StringComparison.Ordinal) + 1 : rest.IndexOfAny([':', '/']);
        var host = end > 0 ? rest[..end] : rest;
        return Loopback.Is(host);
    }

    internal static string Refusal(string address) =>
        $"The portal would listen on {address}, where others can reach it. Set Ingest:Portal:AccessKey (openssl rand -hex 24 makes one), or Ingest:Portal:TrustedProxyHeader "
        + "and TrustedProxies where a proxy in front signs people in; or listen on http://127.0.0.1:8080 only.";
}
