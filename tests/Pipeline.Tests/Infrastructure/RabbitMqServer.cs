using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Ingest.Pipeline.Tests.Infrastructure;

/// <summary>
/// A real RabbitMQ of this run's own, on a loopback port, with a folder of its own. Started by the first test that asks for it.
/// </summary>
public sealed class RabbitMqServer : IAsyncDisposable
{
    private const string Script = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private const string User = "ingest";
    private const int VirtualHosts = 24;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly string _folder = Directory.CreateTempSubdirectory("ingest-rabbitmq-").FullName;
    private readonly string _password = Convert.ToHexString(RandomNumberGenerator.GetBytes(12));
    private readonly int _port = FreePort();
    private readonly int _distributionPort = FreePort();
    private readonly SemaphoreSlim _one = new(1);
    private Process? _process;
    private int _nextVirtualHost;

    /// <summary>A broker URL with a virtual host that no other test uses.</summary>
    public async Task<string> NewAddressAsync()
    {
        await _one.WaitAsync();
        try
        {
            if (_process is null)
            {
                WriteConfiguration();
            }

            if (_process is null or { HasExited: true })
            {
                await StartAsync();
            }

            return $"amqp://{User}:{_password}@127.0.0.1:{_port}/test-{_nextVirtualHost++ % VirtualHosts}";
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Kills the broker without warning and starts it again on the same folder.</summary>
    public async Task RestartAsync()
    {
        await KillAsync();
        await StartAsync();
    }

    /// <summary>Kills the broker without warning.</summary>
    public async Task KillAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }

        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // The broker's children may still be letting go of it; it is a temporary folder.
        }

        _one.Dispose();
    }

    private void WriteConfiguration()
    {
        File.WriteAllText(Path.Combine(_folder, "plugins"), "[].");
        File.WriteAllText(Path.Combine(_folder, "definitions.json"), JsonSerializer.Serialize(new
        {
            users = new[] { new { name = User, password_hash = Hash(_password), hashing_algorithm = "rabbit_password_hashing_sha256", tags = "administrator" } },
            vhosts = Names().Select(name => new { name }),
            permissions = Names().Select(vhost => new { user = User, vhost, configure = ".*", write = ".*", read = ".*" }),
        }));
        File.WriteAllText(Path.Combine(_folder, "rabbitmq.conf"),
            $"""
            listeners.tcp.1 = 127.0.0.1:{_port}
            load_definitions = {_folder}/definitions.json
            disk_free_limit.absolute = 100MB

            """);
    }

    /// <summary>Starts the broker on its folder; returns when it answers.</summary>
    public async Task StartAsync()
    {
        if (!File.Exists(Script))
        {
            throw new InvalidOperationException("These tests need RabbitMQ: apt-get install rabbitmq-server (tests/run does it).");
        }

        var start = new ProcessStartInfo("/bin/sh", ["-c", $"exec {Script} >>{_folder}/output.log 2>&1 </dev/null"])
        {
            Environment =
            {
                ["HOME"] = _folder,
                ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
                ["RABBITMQ_NODENAME"] = $"ingest-test-{_port}@localhost",
                ["RABBITMQ_DIST_PORT"] = $"{_distributionPort}",
                ["RABBITMQ_MNESIA_BASE"] = $"{_folder}/mnesia",
                ["RABBITMQ_LOG_BASE"] = $"{_folder}/log",
                ["RABBITMQ_PID_FILE"] = $"{_folder}/pid",
                ["RABBITMQ_ENABLED_PLUGINS_FILE"] = $"{_folder}/plugins",
                ["RABBITMQ_CONFIG_FILE"] = $"{_folder}/rabbitmq.conf",
                // Busy-waiting schedulers would take the cores away from the tests.
                ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "+sbwt none +sbwtdcpu none +sbwtdio none -kernel inet_dist_use_interface {127,0,0,1}",
            },
        };
        _process = Process.Start(start)!;
        var waited = Stopwatch.StartNew();
        while (!await AnswersAsync())
        {
            if (_process.HasExited || waited.Elapsed > Patience)
            {
                throw new InvalidOperationException("RabbitMQ did not start:\n" + await File.ReadAllTextAsync(Path.Combine(_folder, "output.log")));
            }

            await Task.Delay(200);
        }
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, _port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Names() => Enumerable.Range(0, VirtualHosts).Select(i => $"test-{i}");

    /// <summary>RabbitMQ's documented hash: base64 of a 4-byte salt and SHA-256 of salt and password.</summary>
    private static string Hash(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(4);
        return Convert.ToBase64String([.. salt, .. SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(password)])]);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
