using System.Diagnostics;

namespace Ingest.Evaluation.Dedup;

/// <summary>The <c>ingest</c> that was built with this program, run as a person would.</summary>
internal static class IngestCommand
{
    private const int Incomplete = 3;

    /// <summary>Runs it and returns its lines of output; an import with rejected files counts as run.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ingest.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
        })!;
        var lines = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            lines.Add(line);
        }

        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode is 0 or Incomplete ? lines : throw new InvalidOperationException($"ingest {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
