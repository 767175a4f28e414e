namespace Ingest.Parser.Containers;

/// <summary>A member as the reader of a container finds it, before its content is read.</summary>
/// <param name="Name">As it may be shown; empty where the container has one nameless content.</param>
internal sealed record Member(string Name)
{
    /// <summary>Opens its content, which may be a container again. Valid until the next member is asked for.</summary>
    public Func<Stream>? Open { get; init; }

    /// <summary>Reads its content whole where it is known to be no container.</summary>
    public Func<MemberContent>? Read { get; init; }

    /// <summary>Why it has no content.</summary>
    public ParseOutcome.Rejected? Problem { get; init; }

    /// <summary>See <see cref="Piece.Address"/>.</summary>
    public string? Address { get; init; }

    /// <summary>See <see cref="Piece.Charset"/>.</summary>
    public string? Charset { get; init; }

    /// <summary>See <see cref="Piece.Fetched"/>.</summary>
    public DateTimeOffset? Fetched { get; init; }
}
