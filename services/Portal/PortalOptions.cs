using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Ingest.Portal;

/// <summary>What an operator can set about the portal.</summary>
public sealed class PortalOptions : IValidatableObject
{
    /// <summary>Where it is configured.</summary>
    public const string Section = "Ingest:Portal";

    private const int ShortestKey = 16;

    /// <summary>Hits on a page of search results.</summary>
    [Range(1, 100, ErrorMessage = "Ingest:Portal:HitsPerPage must be 1 to 100.")]
    public int HitsPerPage { get; set; } = 10;

    /// <summary>Files on a page of the ledger.</summary>
    [Range(1, 1000, ErrorMessage = "Ingest:Portal:FilesPerPage must be 1 to 1,000.")]
    public int FilesPerPage { get; set; } = 50;

    /// <summary>Link of a trace with <c>{traceId}</c> in it; traces are shown without a link when it is not set.</summary>
    [RegularExpression(@"https?://.*\{traceId\}.*", ErrorMessage = "Ingest:Portal:TraceViewer must be an http(s) URL with {traceId} in it.")]
    public string? TraceViewer { get; set; }

    /// <summary>Whoever knows it may use the portal: typed in once by people, sent as a bearer token by tools. Nobody needs it when it is not set.</summary>
    public string? AccessKey { get; set; }

    /// <summary>Header by which a proxy in front says who is signed in; requests without it need the access key.</summary>
    [RegularExpression("^[A-Za-z0-9-]+$", ErrorMessage = "Ingest:Portal:TrustedProxyHeader must be the name of a header, such as X-Forwarded-User.")]
    public string? TrustedProxyHeader { get; set; }

    /// <summary>Addresses or networks (<c>10.0.0.0/8</c>) of the proxies whose header is believed.</summary>
    public string[] TrustedProxies { get; set; } = [];

    /// <summary>Names by which the portal is called besides those of the loopback; all are accepted where it can be reached from elsewhere.</summary>
    public string[] AllowedHosts { get; set; } = [];

    /// <summary>Where dropped files go; the watched folder when it is not set, and nowhere when this process knows none.</summary>
    public string? DropFolder { get; set; }

    /// <summary>Whether files can be dropped.</summary>
    public bool Drop { get; set; } = true;

    /// <summary>Largest file that can be dropped, in bytes.</summary>
    [Range(1, 1L << 44, ErrorMessage = "Ingest:Portal:MaxDropBytes must be 1 byte to 16 TiB.")]
    public long MaxDropBytes { get; set; } = 1L << 30;

    /// <summary>Requests a second that one client may make for long; ten times as many at once.</summary>
    [Range(1, 100_000, ErrorMessage = "Ingest:Portal:RequestsPerSecond must be 1 to 100,000.")]
    public int RequestsPerSecond { get; set; } = 1_000;

    /// <summary>Whether anybody must say who they are.</summary>
    internal bool IsGuarded => !string.IsNullOrEmpty(AccessKey) || !string.IsNullOrEmpty(TrustedProxyHeader);

    internal IEnumerable<IPNetwork> ProxyNetworks => TrustedProxies.Select(Network).OfType<IPNetwork>();

    /// <summary>The link of one trace; null when there is no viewer or no trace.</summary>
    public string? TraceLink(string? traceId) =>
        TraceViewer is null || traceId is null
            ? null
            : TraceViewer.Replace("{traceId}", Uri.EscapeDataString(traceId), StringComparison.Ordinal);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(AccessKey) && AccessKey.Length < ShortestKey)
        {
            yield return new ValidationResult(
                $"Ingest:Portal:AccessKey must have at least {ShortestKey} characters, so that nobody guesses it: openssl rand -hex 24 makes one.");
        }

        if (!string.IsNullOrEmpty(TrustedProxyHeader) && TrustedProxies.Length == 0)
        {
            yield return new ValidationResult(
                "Ingest:Portal:TrustedProxyHeader needs Ingest:Portal:TrustedProxies:0 …, the addresses of the proxies that set it; from anybody else it is worth nothing.");
        }

        foreach (var wrong in TrustedProxies.Where(proxy => Network(proxy) is null))
        {
            yield return new ValidationResult($"Ingest:Portal:TrustedProxies takes addresses and networks such as 10.0.0.0/8; '{wrong}' is neither.");
        }
    }

    private static IPNetwork? Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}
