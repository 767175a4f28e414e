namespace Ingest.Parser.Containers;

/// <summary>One member of a container, or one piece of a long file.</summary>
/// <param name="Member">Its name in the container, unique there; in nested containers the names joined by <c>!/</c>. Null: the file itself.</param>
/// <param name="Bytes">Its content; empty when it cannot be given, and only the first part when it is damaged further on.</param>
internal sealed record Piece(string? Member, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Where a crawler fetched it.</summary>
    public string? Address { get; init; }

    /// <summary>The charset that its server stated.</summary>
    public string? Charset { get; init; }

    /// <summary>When a crawler fetched it.</summary>
    public DateTimeOffset? Fetched { get; init; }

    /// <summary>The first piece of a file of records: what its columns hold is learned there. Empty for members.</summary>
    public ReadOnlyMemory<byte> Opening { get; init; }

    /// <summary>Which part of its member this is, from 1, when that is a long file of records; 0 for a whole member.</summary>
    public int Part { get; init; }

    /// <summary>Where reading goes on behind this piece.</summary>
    public Bookmark Next { get; init; }

    /// <summary>Why the member, or the rest of it, cannot be given.</summary>
    public ParseOutcome.Rejected? Problem { get; init; }
}
