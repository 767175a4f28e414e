using Ingest.Contracts;

namespace Ingest.Parser.Store;

/// <summary>One thing to write; many are committed together.</summary>
internal abstract record Change
{
    private Change()
    {
    }

    /// <summary>A revision's result and its articles.</summary>
    public sealed record Settle(FileResult File, IReadOnlyList<Article> Articles) : Change
    {
        /// <summary>What became of the members of a container.</summary>
        public IReadOnlyList<MemberOutcome> Members { get; init; } = [];
    }

    /// <summary>A process died while it parsed this revision, as its journal says.</summary>
    public sealed record CountDeath(string FileId, long Revision, string Journal) : Change;

    /// <summary>The file gets new tries.</summary>
    public sealed record ForgetDeaths(string FileId) : Change;
}
