using System.ComponentModel.DataAnnotations;

namespace Ingest.Watcher;

/// <summary>What is watched; section <c>Ingest</c>.</summary>
public sealed class WatchOptions : IValidatableObject
{
    /// <summary>The folder that is followed until the process stops.</summary>
    public string? Folder { get; set; }

    /// <summary>Name of that watch, part of every file's identity; the folder's own name when it is not set.</summary>
    public string? Name { get; set; }

    /// <summary>Files and folders that are taken in once, instead of following a folder (<c>ingest import</c>).</summary>
    public string[] Import { get; set; } = [];

    /// <summary>What is watched, and for each whether it is a single file of its folder.</summary>
    internal IEnumerable<WatchTarget> Targets =>
        Import.Length > 0 ? Import.Select(path => WatchTarget.Of(path, Import.Length == 1 ? Name : null))
        : Folder is null ? []
        : [new WatchTarget(Path.GetFullPath(Folder), Name, null)];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var missing in Import.Where(path => !Path.Exists(path)))
        {
            yield return new ValidationResult($"There is no {missing}; check the path.");
        }

        if (Import.Length == 0 && string.IsNullOrWhiteSpace(Folder))
        {
            yield return new ValidationResult("Ingest:Folder must name the folder to watch.");
        }
    }
}
