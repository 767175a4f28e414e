namespace Ingest.Parser.Store;

/// <summary>How a revision of a file ended; the words stand in the database.</summary>
internal static class FileOutcomes
{
    /// <summary>It has articles.</summary>
    public const string Parsed = "parsed";

    /// <summary>It has none, for a reason.</summary>
    public const string Rejected = "rejected";

    /// <summary>The file is gone.</summary>
    public const string Removed = "removed";
}
