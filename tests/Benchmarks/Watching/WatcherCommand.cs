using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Ingest.Benchmarks.Pipeline;

namespace Ingest.Benchmarks.Watching;

/// <summary>
/// <c>watcher</c>: a watcher process over many small files: how long its first scan and its rescans without changes take, against
/// a bare listing of the same folder in the same run, and its peak memory.
/// </summary>
internal static class WatcherCommand
{
    private const int FilesInFolder = 1000;
    private const int Rescans = 4;

    public static Command Create()
    {
        var files = new Option<int>("--files") { Description = "How many files to make up.", DefaultValueFactory = _ => 100_000 };
        var command = new Command("watcher", "Scan, rescans and peak memory of a watcher process over many small files.") { files };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var scratch = new Scratch();
            var count = parsed.GetValue(files);
            Write(scratch.Folder, count);
            Console.WriteLine(FormattableString.Invariant($"{count} files; a bare listing with sizes and times takes {List(scratch.Folder):0} ms"));
            await MeasureAsync(scratch, cancellationToken);
        });
        return command;
    }

    private static async Task MeasureAsync(Scratch scratch, CancellationToken cancellationToken)
    {
        Environment.SetEnvironmentVariable("Ingest__Watcher__RescanInterval", "00:00:05");
        Environment.SetEnvironmentVariable("Logging__LogLevel__Ingest.Watcher.Folders", "Debug");
        await using var watcher = MeasuredProcess.Start(
            "ingest.dll", "run", scratch.Folder, "--roles", "watcher", "--data", scratch.New("data"), "--listen", "http://127.0.0.1:0");
        var seen = 0;
        while (seen <= Rescans)
        {
            await Task.Delay(500, cancellationToken);
            foreach (var line in watcher.Errors.Where(line => line.Contains("Scanned '", StringComparison.Ordinal)).Skip(seen))
            {
                Console.WriteLine($"{(seen++ == 0 ? "first scan" : "rescan")}: {line[line.LastIndexOf(" in ", StringComparison.Ordinal)..].Trim()} peak so far {watcher.PeakMegabytes.ToString("0", CultureInfo.InvariantCulture)} MB");
            }
        }
    }

    private static void Write(string folder, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var below = Path.Combine(folder, $"{i / FilesInFolder:D4}");
            if (i % FilesInFolder == 0)
            {
                Directory.CreateDirectory(below);
            }

            File.WriteAllText(Path.Combine(below, $"{i:D6}.txt"), $"date 2025-02-13\nHeadline {i}\nA sentence about number {i}.\n");
        }
    }

    private static double List(string folder)
    {
        var time = Stopwatch.StartNew();
        var bytes = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length + file.LastWriteTimeUtc.Ticks % 2);
        return bytes > 0 ? time.Elapsed.TotalMilliseconds : 0;
    }
}
