using System.Diagnostics;
using Ingest.Files;

namespace Ingest.Files.Tests;

/// <summary>A real folder, with a shell for what .NET cannot express (names that are no text, pipes, links).</summary>
public sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder()
    {
        FullPath = Directory.CreateTempSubdirectory("ingest-files-").FullName;
        Root = new WatchedRoot(FullPath);
    }

    public string FullPath { get; }

    public WatchedRoot Root { get; }

    public string this[string name] => Path.Combine(FullPath, name);

    public void Bash(string script)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-euc", script]) { WorkingDirectory = FullPath })!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    public void Dispose()
    {
        using var process = Process.Start("rm", ["-rf", FullPath]);
        process.WaitForExit();
    }
}
