using System.CommandLine;
using Ingest.CommandLine.Output;
using Ingest.Deduplicator;
using Ingest.Queries;

namespace Ingest.CommandLine.Commands;

/// <summary>
/// <c>ingest join</c>, <c>split</c> and <c>decisions</c>: what people say about clusters, over the rules. The clusters follow at once; a running
/// system tells its index within a second, another at its next start.
/// </summary>
public static class DecisionCommands
{
    /// <summary><c>ingest join A B</c></summary>
    public static Command Join()
    {
        var first = Article("A", "Any article of a cluster.");
        var second = new Argument<string?>("B") { Description = "Any article of the other cluster." };
        return Create("join", "Says that two clusters are one story.", DecisionVerdicts.Same, first, second);
    }

    /// <summary><c>ingest split A [B]</c></summary>
    public static Command Split()
    {
        var first = Article("ARTICLE", "The article that does not belong there.");
        var second = new Argument<string?>("OTHER") { Description = "The article it is parted from (default: its cluster's canonical one).", Arity = ArgumentArity.ZeroOrOne };
        return Create("split", "Says that an article is another story than its cluster, or than one article.", DecisionVerdicts.Different, first, second);
    }

    /// <summary><c>ingest decisions</c></summary>
    public static Command List()
    {
        var (data, json) = (SharedOptions.Data(), SharedOptions.Json());
        var command = new Command("decisions", "Lists what people decided about clusters, oldest first.") { data, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var scope = QueryScope.Open(parsed, data);
            foreach (var decision in (await scope.Get<IClusterDecisions>().ListAsync(new DecisionScan(), cancellationToken)).Decisions)
            {
                Print(decision, parsed.GetValue(json));
            }

            return Invocation.Success;
        });
        return command;
    }

    private static Command Create(string name, string description, string verdict, Argument<string> first, Argument<string?> second)
    {
        var undo = new Option<bool>("--undo") { Description = "Takes back what was decided on the same two articles: the rules decide again." };
        var by = new Option<string>("--by") { Description = "Who decides, for the record.", DefaultValueFactory = _ => Environment.UserName };
        var (data, json) = (SharedOptions.Data(), SharedOptions.Json());
        var command = new Command(name, description) { first, second, undo, by, data, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var scope = QueryScope.Open(parsed, data);
            var request = new DecisionRequest(
                parsed.GetValue(first)!, parsed.GetValue(second), parsed.GetValue(undo) ? DecisionVerdicts.Undecided : verdict, parsed.GetValue(by)!);
            var result = await scope.Get<IClusterDecisions>().DecideAsync(request, cancellationToken);
            var decision = result.Decision ?? throw new UsageException(result.Mistake!);
            await DeduplicatorRole.FollowDecisionsAsync(scope.Services, cancellationToken);
            Print(decision, parsed.GetValue(json));
            return Invocation.Success;
        });
        return command;
    }

    private static Argument<string> Article(string name, string description) => new(name) { Description = description };

    private static void Print(Decision decision, bool json)
    {
        if (json)
        {
            Lines.Write(decision);
            return;
        }

        Console.WriteLine($"{decision.Number}  {decision.FirstId} and {decision.SecondId}: {decision.Verdict} ({decision.DecidedBy}, {decision.DecidedAt})");
    }
}
