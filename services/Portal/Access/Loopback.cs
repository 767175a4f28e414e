using System.Net;

namespace Ingest.Portal.Access;

/// <summary>Names and addresses by which a machine reaches itself only.</summary>
internal static class Loopback
{
    /// <summary>Whether a host is one: <c>localhost</c>, <c>127.0.0.1</c>, <c>[::1]</c>.</summary>
    public static bool Is(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
