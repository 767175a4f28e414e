using System.ComponentModel.DataAnnotations;

namespace Ingest.Watcher.Folders;

/// <summary>What is taken from a watched folder and how it is watched; part of the section <c>Ingest:Watcher</c>.</summary>
public sealed class FolderOptions : IValidatableObject
{
    /// <summary>Globs below the folder; empty takes everything. <c>**/*.txt</c>.</summary>
    public IList<string> Include { get; init; } = [];

    /// <summary>Globs below the folder that are not taken, whatever <see cref="Include"/> says.</summary>
    public IList<string> Exclude { get; init; } = [];

    /// <summary>Whether folders in the folder are taken too.</summary>
    public bool Recursive { get; set; } = true;

    /// <summary>Whether hidden, temporary and junk names are taken too.</summary>
    public bool Hidden { get; set; }

    /// <summary><c>auto</c> (polls on network shares, and where the system's events do not arrive), <c>always</c> or <c>never</c>.</summary>
    [RegularExpression("^(auto|always|never)$", ErrorMessage = "Ingest:Watcher:Polling must be 'auto', 'always' or 'never'.")]
    public string Polling { get; set; } = FolderPolling.Auto;

    /// <summary>Pause between two scans while polling, and before an unreachable folder is tried again.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "1.00:00:00", ErrorMessage = "Ingest:Watcher:PollInterval must lie between 00:00:00.010 and a day.")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often everything is compared although events are followed: events are a hint, the scan is the truth.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00", ErrorMessage = "Ingest:Watcher:RescanInterval must lie between 00:00:01 and a week.")]
    public TimeSpan RescanInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// So long a file's size and times must not have changed before it is taken, where nobody can say whether a program still
    /// writes it (on shares); elsewhere, how often a file that is being written is looked at again.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00", ErrorMessage = "Ingest:Watcher:StableAfter must lie between 00:00:00.010 and an hour.")]
    public TimeSpan StableAfter { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Set once, after a watched folder was made anew or restored elsewhere: the files it had before and has no more are then
    /// removed, and not kept as those of a share that is not mounted.
    /// </summary>
    public bool AcceptReplacedFolder { get; set; }

    /// <summary>What happens to a file once its articles are searchable: <c>leave</c>, <c>move</c> or <c>delete</c>.</summary>
    [RegularExpression("^(leave|move|delete)$", ErrorMessage = "Ingest:Watcher:OnIndexed must be 'leave', 'move' or 'delete'.")]
    public string OnIndexed { get; set; } = FileDisposal.Leave;

    /// <summary>Where indexed files are moved.</summary>
    public string? DoneFolder { get; set; }

    /// <summary>What happens to a rejected file: <c>leave</c> or <c>move</c>.</summary>
    [RegularExpression("^(leave|move)$", ErrorMessage = "Ingest:Watcher:OnRejected must be 'leave' or 'move'.")]
    public string OnRejected { get; set; } = FileDisposal.Leave;

    /// <summary>Where rejected files are moved, each with its reason beside it.</summary>
    public string? ErrorFolder { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (OnIndexed == FileDisposal.Move && string.IsNullOrWhiteSpace(DoneFolder))
        {
            yield return new ValidationResult("Ingest:Watcher:OnIndexed is 'move', so Ingest:Watcher:DoneFolder must name a folder.");
        }

        if (OnRejected == FileDisposal.Move && string.IsNullOrWhiteSpace(ErrorFolder))
        {
            yield return new ValidationResult("Ingest:Watcher:OnRejected is 'move', so Ingest:Watcher:ErrorFolder must name a folder.");
        }

        if (Include.Concat(Exclude).FirstOrDefault(glob => string.IsNullOrWhiteSpace(glob) || Path.IsPathRooted(glob)) is { } glob)
        {
            yield return new ValidationResult(
                $"Ingest:Watcher:Include and :Exclude take patterns below the watched folder such as '**/*.txt'; '{glob}' is none.");
        }
    }
}

/// <summary>Values of <see cref="FolderOptions.Polling"/>.</summary>
internal static class FolderPolling
{
    public const string Auto = "auto";
    public const string Always = "always";
    public const string Never = "never";
}

/// <summary>Values of <see cref="FolderOptions.OnIndexed"/> and <see cref="FolderOptions.OnRejected"/>.</summary>
internal static class FileDisposal
{
    public const string Leave = "leave";
    public const string Move = "move";
    public const string Delete = "delete";
}
