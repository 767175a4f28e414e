using System.Diagnostics;

namespace Ingest.Architecture.Tests;

/// <summary>What a newcomer types first, typed where the README says: in the repository's root.</summary>
public sealed class Commands_of_the_readme
{
    // As this test was built, so was the program: "Release" or "Debug".
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    [Fact]
    public async Task Find_a_folder_named_relative_to_where_they_are_typed()
    {
        var (exitCode, output, errors) = await DotnetRun("parse", "seeds/harbour.txt");

        Assert.True(exitCode == 0, errors);
        Assert.Contains("Harbour of Lindholm reopens after the storm", output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output, string Errors)> DotnetRun(params string[] arguments)
    {
        var start = new ProcessStartInfo(
            "dotnet", ["run", "--no-build", "--project", "services/Ingest", "-c", Configuration, "--", .. arguments])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await errors);
    }
}
