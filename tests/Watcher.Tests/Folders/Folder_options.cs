using System.ComponentModel.DataAnnotations;
using Ingest.Watcher.Folders;

namespace Ingest.Watcher.Tests.Folders;

public sealed class Folder_options
{
    [Fact]
    public void Are_valid_by_default() => Assert.Empty(Errors(new FolderOptions()));

    [Fact]
    public void Need_folders_to_move_to()
    {
        Assert.Contains("DoneFolder", Assert.Single(Errors(new FolderOptions { OnIndexed = "move" })), StringComparison.Ordinal);
        Assert.Contains("ErrorFolder", Assert.Single(Errors(new FolderOptions { OnRejected = "move" })), StringComparison.Ordinal);
        Assert.Empty(Errors(new FolderOptions { OnIndexed = "move", DoneFolder = "done", OnRejected = "move", ErrorFolder = "errors" }));
    }

    [Fact]
    public void Say_what_is_wrong()
    {
        Assert.Contains("'auto', 'always' or 'never'", Assert.Single(Errors(new FolderOptions { Polling = "often" })), StringComparison.Ordinal);
        Assert.Contains("PollInterval", Assert.Single(Errors(new FolderOptions { PollInterval = TimeSpan.Zero })), StringComparison.Ordinal);
        Assert.Contains("'leave' or 'move'", Assert.Single(Errors(new FolderOptions { OnRejected = "delete" })), StringComparison.Ordinal);
        Assert.Contains("'/etc/*'", Assert.Single(Errors(new FolderOptions { Include = ["/etc/*"] })), StringComparison.Ordinal);
    }

    private static List<string> Errors(FolderOptions options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return results.ConvertAll(result => result.ErrorMessage!);
    }
}
