namespace Ingest.Contracts;

/// <summary>How an article stands to the canonical article of its cluster, or to one that it is linked with.</summary>
public static class Relations
{
    /// <summary>It is the canonical article of its cluster, perhaps the only one.</summary>
    public const string Canonical = "canonical";

    /// <summary>The same text.</summary>
    public const string Exact = "exact";

    /// <summary>Nearly the same text.</summary>
    public const string Near = "near";

    /// <summary>A brief: nearly all of its text stands in the other.</summary>
    public const string Contained = "contained";

    /// <summary>A correction, update or write-through of the other.</summary>
    public const string Version = "version";

    /// <summary>Quotes the other at length; linked, in a cluster of its own.</summary>
    public const string Quotes = "quotes";
}
