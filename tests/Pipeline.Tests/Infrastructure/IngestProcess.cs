using System.Diagnostics;
using System.Text;

namespace Ingest.Pipeline.Tests.Infrastructure;

/// <summary>The real program as a process of its own, as people and containers run it.</summary>
public sealed class IngestProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private IngestProcess(Process process) => _process = process;

    /// <summary>Starts <c>ingest</c> with arguments and, perhaps, environment variables.</summary>
    public static IngestProcess Start(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ingest.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        // Two cores, several processes: without this each would reserve heaps for all cores.
        start.Environment["DOTNET_GCHeapCount"] = "1";
        foreach (var (key, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[key] = value;
        }

        var process = new Process { StartInfo = start };
        var ingest = new IngestProcess(process);
        process.OutputDataReceived += (_, line) => Append(ingest._output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(ingest._errors, line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return ingest;
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<IngestResult> RunAsync(params string[] arguments)
    {
        await using var process = Start(arguments);
        return await process.WaitAsync(TimeSpan.FromMinutes(9));
    }

    public bool HasExited => _process.HasExited;

    public string Errors
    {
        get
        {
            lock (_errors)
            {
                return _errors.ToString();
            }
        }
    }

    /// <summary>Waits for the end.</summary>
    public async Task<IngestResult> WaitAsync(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            Kill();
            throw new TimeoutException($"ingest {string.Join(' ', _process.StartInfo.ArgumentList.Skip(1))} did not end within {patience}:\n{Errors}");
        }

        lock (_output)
        {
            return new IngestResult(_process.ExitCode, _output.ToString(), Errors);
        }
    }

    /// <summary>SIGKILL: no goodbye, no flush.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static void Append(StringBuilder to, string? line)
    {
        if (line is not null)
        {
            lock (to)
            {
                to.Append(line).Append('\n');
            }
        }
    }
}

/// <summary>How a command ended.</summary>
public sealed record IngestResult(int ExitCode, string Output, string Errors)
{
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
