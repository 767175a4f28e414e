using System.Globalization;
using Ingest.Queries;

namespace Ingest.Deduplicator.Queries;

/// <summary>Why an article is in the cluster that it is in, as a sentence.</summary>
internal static class Standing
{
    public static string Of(string name, ClusterMember member) =>
        member.MatchedId is not { } matched
            ? $"{name} is the canonical article of its cluster."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{name} is in the cluster of {member.CanonicalId}, as '{member.Relation}' of {matched} (similarity {member.Similarity:0.00}, containment {member.Containment:0.00}).");
}
