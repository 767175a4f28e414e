using Ingest.Contracts;

namespace Ingest.Parser;

/// <summary>A file's bytes and whose they are.</summary>
/// <param name="FileId">See <see cref="Identifiers.File"/>.</param>
/// <param name="Revision">The revision these bytes are.</param>
/// <param name="Watch">Name of the watch.</param>
/// <param name="Path">Path below the watched folder.</param>
/// <param name="Bytes">The whole content.</param>
public sealed record FileContent(string FileId, long Revision, string Watch, string Path, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Articles of the file before these bytes, when they are one piece of a large file: where its ordinals begin.</summary>
    public int FirstOrdinal { get; init; }

    /// <summary>The charset that the server stated from which a crawler fetched it; null when nobody did.</summary>
    public string? Charset { get; init; }

    /// <summary>Containers (messages, archives) that these bytes stand in.</summary>
    internal int Depth { get; init; }

    /// <summary>The beginning of the large file these bytes are a piece of: what its columns hold is learned there; empty for a whole file.</summary>
    public ReadOnlyMemory<byte> Opening { get; init; }

    /// <summary>
    /// Reads at most so many bytes of the file of that name in the same folder, from where this file was read; null where there
    /// is none. For what describes the data: a mapping of its columns.
    /// </summary>
    public Func<string, int, byte[]?>? Beside { get; init; }
}
