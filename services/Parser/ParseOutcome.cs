using Ingest.Contracts;

namespace Ingest.Parser;

/// <summary>What the parser makes of a file: a value, so that a bad file is no exception.</summary>
public abstract record ParseOutcome
{
    private ParseOutcome()
    {
    }

    /// <summary>Articles were found, at least one, in the file's order.</summary>
    /// <param name="Articles">The articles.</param>
    public sealed record Parsed(IReadOnlyList<Article> Articles) : ParseOutcome
    {
        /// <summary>What became of each member of a container, in the container's order; empty for other files.</summary>
        public IReadOnlyList<MemberOutcome> Members { get; init; } = [];
    }

    /// <summary>The file can never be parsed by this version.</summary>
    /// <param name="Reason">One of <see cref="RejectionReasons"/>.</param>
    /// <param name="Detail">A sentence for a person.</param>
    public sealed record Rejected(string Reason, string Detail) : ParseOutcome;
}
