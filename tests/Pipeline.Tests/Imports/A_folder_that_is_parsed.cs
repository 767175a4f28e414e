using Ingest.Pipeline.Tests.Infrastructure;
using Xunit;

namespace Ingest.Pipeline.Tests.Imports;

/// <summary><c>ingest parse</c> of a folder.</summary>
public sealed class A_folder_that_is_parsed
{
    [Fact]
    public async Task Gives_each_file_once_where_a_link_in_it_leads_back_to_it()
    {
        using var workspace = new Workspace();
        workspace.Drop("sub/story.txt", new NewsWriter(7).Story());
        Directory.CreateSymbolicLink(Path.Combine(workspace.Folder, "sub", "up"), workspace.Folder);

        var result = await IngestProcess.RunAsync("parse", workspace.Folder);

        Assert.Contains("story.txt", Assert.Single(result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }
}
