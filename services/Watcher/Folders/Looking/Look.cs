using Ingest.Watcher.Ledger;

namespace Ingest.Watcher.Folders.Looking;

/// <summary>What a look at a path found.</summary>
internal abstract record Look
{
    /// <summary>Nothing that is taken stands there.</summary>
    public sealed record Gone : Look
    {
        public static readonly Gone Instance = new();
    }

    /// <summary>A complete file, or something that must be rejected.</summary>
    public sealed record Here(ObservedFile File) : Look;

    /// <summary>It is being written, or may be; to be looked at again.</summary>
    public sealed record Busy(Sighting Sighting) : Look;
}
