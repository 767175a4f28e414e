using System.Net;
using System.Net.Sockets;

namespace Ingest.CommandLine.Diagnosis;

/// <summary>The portal's port: free.</summary>
public static class PortCheck
{
    /// <summary>Binds it for a moment.</summary>
    public static Finding Run(string? listen)
    {
        var address = string.IsNullOrWhiteSpace(listen) ? "http://127.0.0.1:8080" : listen;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return new Finding("port", Severity.Problem, $"--listen {address} is not a URL; say for example http://127.0.0.1:8080.");
        }

        try
        {
            using var socket = new TcpListener(IPAddress.Loopback, uri.Port);
            socket.Start();
            return new Finding("port", Severity.Good, $"{uri.Port} is free.");
        }
        catch (SocketException)
        {
            return new Finding("port", Severity.Problem, $"{uri.Port} is in use; choose another with --listen, or stop what uses it (perhaps a running ingest).");
        }
    }
}
