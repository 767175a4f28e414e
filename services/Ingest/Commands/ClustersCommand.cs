using System.CommandLine;
using Ingest.CommandLine.Output;
using Ingest.Queries;

namespace Ingest.CommandLine.Commands;

/// <summary><c>ingest clusters</c>: every article with its cluster.</summary>
public static class ClustersCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var (data, json) = (SharedOptions.Data(), SharedOptions.Json());
        var command = new Command("clusters", "Lists every article with its cluster, the relation and the evidence.") { data, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var scope = QueryScope.Open(parsed, data);
            for (var next = new ClusterScan(); next is not null;)
            {
                var page = await scope.Clusters.ScanAsync(next, cancellationToken);
                foreach (var member in page.Members)
                {
                    Print(member, parsed.GetValue(json));
                }

                next = page.Next is null ? null : next with { After = page.Next };
            }

            return Invocation.Success;
        });
        return command;
    }

    private static void Print(ClusterMember member, bool json)
    {
        if (json)
        {
            Lines.Write(new
            {
                member.Path, member.Ordinal, member.ArticleId, member.ClusterId, member.Relation,
                member.CanonicalId, member.MatchedId, member.Similarity, member.Containment,
            });
            return;
        }

        Console.WriteLine($"{member.ClusterId[..12]}  {member.Relation,-9}  {member.Similarity:0.00}  {member.Path}#{member.Ordinal}  {member.Title}");
    }
}
