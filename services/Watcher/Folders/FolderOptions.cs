using System.ComponentModel.DataAnnotations;

namespace Ingest.Watcher.Folders;

/// <summary>What is taken from a watched folder, how it is noticed, and what happens to files that are done; section <c>Ingest:Watcher</c>.</summary>
public sealed class FolderOptions : IValidatableObject
{
    /// <summary>Files stay where they are.</summary>
    public const string Leave = "leave";

    /// <summary>Files move to another folder.</summary>
    public const string Move = "move";

    /// <summary>Files are deleted.</summary>
    public const string Delete = "delete";

    /// <summary>Globs of what is taken, such as <c>reuters/**/*.txt</c>; everything when empty.</summary>
    public string[] Include { get; set; } = [];

    /// <summary>Globs of what is not taken.</summary>
    public string[] Exclude { get; set; } = [];

    /// <summary>Whether folders below the watched one are taken too.</summary>
    public bool Recursive { get; set; } = true;

    /// <summary>Whether hidden, temporary and junk names are taken too.</summary>
    public bool Hidden { get; set; }

    /// <summary><c>auto</c> (events where they work), <c>always</c> or <c>never</c> (events, or an error).</summary>
    [RegularExpression("^(auto|always|never)$", ErrorMessage = "Ingest:Watcher:Polling must be auto, always or never.")]
    public string Polling { get; set; } = "auto";

    /// <summary>Time between two looks at the folder when polling.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00", ErrorMessage = "Ingest:Watcher:PollInterval must lie between 0.1 seconds and 1 day.")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Time between two complete passes over the folder while events do the daily work.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00", ErrorMessage = "Ingest:Watcher:RescanInterval must lie between 1 second and 7 days.")]
    public TimeSpan RescanInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>So long a file must stay the same where the system cannot say whether somebody still writes it.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00", ErrorMessage = "Ingest:Watcher:StableAfter must lie between 0 and 1 hour.")]
    public TimeSpan StableAfter { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>What happens to indexed files: <c>leave</c>, <c>move</c> or <c>delete</c>.</summary>
    [RegularExpression("^(leave|move|delete)$", ErrorMessage = "Ingest:Watcher:OnIndexed must be leave, move or delete.")]
    public string OnIndexed { get; set; } = Leave;

    /// <summary>Where indexed files move; relative to the watched folder.</summary>
    public string DoneFolder { get; set; } = ".done";

    /// <summary>What happens to rejected files: <c>leave</c> or <c>move</c>.</summary>
    [RegularExpression("^(leave|move)$", ErrorMessage = "Ingest:Watcher:OnRejected must be leave or move.")]
    public string OnRejected { get; set; } = Leave;

    /// <summary>Where rejected files move, each with a <c>.reason.txt</c> beside it; relative to the watched folder.</summary>
    public string ErrorFolder { get; set; } = ".error";

    /// <summary>The done folder of a watch, absolute.</summary>
    public string DoneFolderOf(string root) => Path.GetFullPath(DoneFolder, root);

    /// <summary>The error folder of a watch, absolute.</summary>
    public string ErrorFolderOf(string root) => Path.GetFullPath(ErrorFolder, root);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(DoneFolder) || string.IsNullOrWhiteSpace(ErrorFolder))
        {
            yield return new ValidationResult("Ingest:Watcher:DoneFolder and ErrorFolder must name folders other than the watched one.");
        }
    }
}
