using Ingest.Contracts;

namespace Ingest.Parser;

/// <summary>What became of one member of a container.</summary>
/// <param name="Name">Its path in the container; in nested containers the paths joined by <c>!/</c>.</param>
/// <param name="Articles">How many articles came out of it.</param>
/// <param name="Reason">One of <see cref="RejectionReasons"/> when it was rejected.</param>
/// <param name="Detail">A sentence for a person when it was rejected.</param>
public sealed record MemberOutcome(string Name, int Articles, string? Reason = null, string? Detail = null)
{
    /// <summary>Whether this is about a later part of the member of that name, which comes in several.</summary>
    internal bool Continues { get; init; }

    /// <summary>This and a later part of the same member as one. That one part has no article says nothing beside others that have.</summary>
    internal MemberOutcome And(MemberOutcome later)
    {
        var articles = Articles + later.Articles;
        var telling = new[] { this, later }.FirstOrDefault(part => part.Reason is not null && !(part.Reason == RejectionReasons.NoArticle && articles > 0));
        return this with { Articles = articles, Reason = telling?.Reason, Detail = telling?.Detail };
    }

    /// <summary>Adds a member, or what is said of a later part to the member it is of.</summary>
    internal static void Add(List<MemberOutcome> members, MemberOutcome member)
    {
        if (member.Continues && members is [.., var last] && last.Name == member.Name)
        {
            members[^1] = last.And(member);
        }
        else
        {
            members.Add(member);
        }
    }
}
