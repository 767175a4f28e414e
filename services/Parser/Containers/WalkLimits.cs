namespace Ingest.Parser.Containers;

/// <summary>The limits of one walk through a file's containers.</summary>
internal sealed class WalkLimits(ParserOptions options, Expansion expansion, Deadline deadline)
{
    public ParserOptions Options { get; } = options;

    public Expansion Expansion { get; } = expansion;

    /// <summary>Of the present step.</summary>
    public Deadline Deadline { get; private set; } = deadline;

    /// <summary>See <see cref="IPieceSource.Cancellation"/>.</summary>
    public CancellationToken Cancellation { set => Deadline = Deadline.Again(value); }

    /// <summary>A new step has the whole time again.</summary>
    public void BeginStep() => Deadline = Deadline.Again();
}
