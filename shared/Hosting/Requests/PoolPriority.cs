using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace Ingest.Hosting.Requests;

/// <summary>
/// Keeps the pool's threads below all others: Linux gives each thread a nice value, and the platform has no name for it (its own priorities do
/// nothing there). Threads come and go, so one looks for new ones now and then. Elsewhere, and where it is forbidden, nothing happens.
/// </summary>
public sealed partial class PoolPriority : IHostedService, IDisposable
{
    /// <summary>A thread with it gets a thirtieth of what one without it gets, as long as both want to run.</summary>
    public const int Nice = 15;

    private const int EachThread = 0;
    private const string Threads = "/proc/self/task";

    /// <summary>Work that nobody waits for to the millisecond: the pool's, and compiling again what runs often. Names end after 15 characters.</summary>
    private static readonly string[] Names = [".NET TP Worker", ".NET Tiered Com"];

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly ManualResetEventSlim _ending = new();
    private HashSet<string> _seen = [];

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsLinux())
        {
            new Thread(Keep) { IsBackground = true, Name = "priorities" }.UnsafeStart();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _ending.Set();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => _ending.Set();

    /// <summary>Looks once.</summary>
    public void Lower()
    {
        var there = new HashSet<string>(StringComparer.Ordinal);
        foreach (var thread in Directory.EnumerateDirectories(Threads))
        {
            there.Add(thread);
            if (!_seen.Contains(thread) && Array.Exists(Names, NameOf(thread).StartsWith))
            {
                _ = SetPriority(EachThread, uint.Parse(Path.GetFileName(thread), CultureInfo.InvariantCulture), Nice);
            }
        }

        _seen = there;
    }

    private void Keep()
    {
        do
        {
            try
            {
                Lower();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Without /proc requests are answered all the same, only later while articles arrive.
                return;
            }
        }
        while (!_ending.Wait(Interval));
    }

    private static string NameOf(string thread)
    {
        try
        {
            return File.ReadAllText(Path.Combine(thread, "comm"));
        }
        catch (IOException)
        {
            // It has ended.
            return "";
        }
    }

    [LibraryImport("libc", EntryPoint = "setpriority", SetLastError = true)]
    private static partial int SetPriority(int which, uint who, int priority);
}
