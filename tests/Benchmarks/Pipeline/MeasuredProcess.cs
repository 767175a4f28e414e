using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Ingest.Benchmarks.Pipeline;

/// <summary>A child process whose processor time and peak memory are read from /proc while it lives.</summary>
internal sealed class MeasuredProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _watch;
    private readonly Task<string> _output;
    private readonly ConcurrentQueue<string> _errors = new();

    private MeasuredProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
        _watch = WatchAsync();
    }

    /// <summary>Highest resident size so far, in megabytes.</summary>
    public double PeakMegabytes { get; private set; }

    /// <summary>User and system time so far.</summary>
    public TimeSpan ProcessorTime { get; private set; }

    /// <summary>What it has written to standard error so far.</summary>
    public IEnumerable<string> Errors => _errors;

    public static MeasuredProcess Start(string assembly, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, assembly), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new MeasuredProcess(Process.Start(start)!);
    }

    /// <summary>Waits for the end; returns what it printed.</summary>
    public async Task<string> WaitAsync()
    {
        await _process.WaitForExitAsync();
        await _watch;
        if (_process.ExitCode is not (0 or 3))
        {
            throw new InvalidOperationException($"{string.Join(' ', _process.StartInfo.ArgumentList.Skip(1))} ended with {_process.ExitCode}: {string.Join('\n', _errors)}");
        }

        return await _output;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        await _watch;
        _process.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!_process.HasExited)
        {
            try
            {
                var peak = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
                PeakMegabytes = double.Parse(peak.AsSpan(6, peak.Length - 9), CultureInfo.InvariantCulture) / 1024;
                ProcessorTime = _process.TotalProcessorTime;
            }
            catch (Exception exception) when (exception is IOException or InvalidOperationException)
            {
                // It ended between the check and the reading.
                break;
            }

            await Task.Delay(100);
        }
    }
}
