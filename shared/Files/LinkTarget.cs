namespace Ingest.Files;

/// <summary>Where a symbolic link leads in the end.</summary>
public enum LinkTarget
{
    /// <summary>To something below the watched folder, which has a name of its own there.</summary>
    Inside,

    /// <summary>Out of the watched folder.</summary>
    Outside,

    /// <summary>To nothing, or in a circle.</summary>
    Missing,
}
