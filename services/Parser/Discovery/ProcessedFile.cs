using Ingest.Contracts;
using Ingest.Parser.Store;

namespace Ingest.Parser.Discovery;

/// <summary>How the processing of one message ended: what is to be published.</summary>
internal abstract record ProcessedFile
{
    private ProcessedFile()
    {
    }

    /// <summary>A result is kept.</summary>
    /// <param name="File">The result.</param>
    /// <param name="Articles">Its articles.</param>
    /// <param name="Duration">Time spent reading and parsing; zero when the result was kept before.</param>
    public sealed record Settled(FileResult File, IReadOnlyList<Article> Articles, TimeSpan Duration) : ProcessedFile;

    /// <summary>A portion of a large file is kept.</summary>
    /// <param name="Kept">The portion.</param>
    /// <param name="Articles">Its articles.</param>
    /// <param name="Final">With the last portion: the file's result.</param>
    /// <param name="Duration">Time spent reading and parsing; zero when it was kept before.</param>
    public sealed record Portion(Store.Portion Kept, IReadOnlyList<Article> Articles, FileResult? Final, TimeSpan Duration) : ProcessedFile;

    /// <summary>A portion of a removed file is withdrawn.</summary>
    /// <param name="File">The removal.</param>
    /// <param name="Kept">The portion; its articles are to be retracted.</param>
    public sealed record Removal(FileResult File, Store.Portion Kept) : ProcessedFile;

    /// <summary>The folder no longer has this content.</summary>
    public sealed record Superseded : ProcessedFile;

    /// <summary>A newer revision is known: there is nothing to say of this one.</summary>
    public sealed record Outdated : ProcessedFile;

    /// <summary>Processes died of it too often.</summary>
    public sealed record Quarantined(long Deaths) : ProcessedFile;
}
