using Ingest.Portal.Access;
using Ingest.Portal.Http;
using Ingest.Portal.Layout;
using Ingest.Queries;
using Ingest.Queries.Export;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;

namespace Ingest.Portal.Clusters;

/// <summary>The buttons that split, join and take back: forms with an antiforgery token, answered with a redirect to the story.</summary>
internal sealed class DecisionForm(
    IClusterDecisions decisions, IClusterQueries clusters, IArticleQueries articles, IAntiforgery antiforgery, AccessControl access, TimeProvider time, ILogger<DecisionForm> logger)
{
    /// <summary>Decisions on one page at most; <c>ingest decisions</c> lists all.</summary>
    public const int MostShown = 500;

    private const string Anonymous = "portal";

    // A deduplicator looks for decisions once a second.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>What a page shows of decisions about some articles, or of all.</summary>
    public async Task<DecisionView> ViewAsync(HttpContext http, IReadOnlyList<string>? about, CancellationToken cancellationToken)
    {
        var list = await decisions.ListAsync(new DecisionScan(Articles: about), cancellationToken);
        var standing = list.Standing().Take(MostShown).ToList();
        var made = long.TryParse(http.Request.Query["decided"], out var number) ? list.Decisions.FirstOrDefault(decision => decision.Number == number) : null;
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        string[] ids = [.. standing.Append(made).OfType<Decision>().SelectMany(decision => new[] { decision.FirstId, decision.SecondId }).Distinct()];
        await foreach (var article in articles.EachAsync(ids, cancellationToken))
        {
            titles[article.ArticleId] = article.Title;
        }

        return new DecisionView(standing, titles, made, standing.Count == 0 ? "" : FormToken.Of(antiforgery, http));
    }

    public async Task<IResult> SubmitAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (!await FormToken.IsValidAsync(antiforgery, http))
        {
            return FormToken.Refusal();
        }

        var form = await http.Request.ReadFormAsync(cancellationToken);
        var (first, second, verdict) = (form["first"].ToString(), form["second"].ToString(), form["verdict"].ToString());
        if (first.Length == 0 || second.Length == 0)
        {
            return Refused("Two articles are needed.");
        }

        var before = await AreTogetherAsync(first, second, cancellationToken);
        var result = await decisions.DecideAsync(new DecisionRequest(first, second, verdict, access.NameOf(http) ?? Anonymous), cancellationToken);
        if (result.Decision is not { } decision)
        {
            return Refused(result.Mistake!);
        }

        Log.Decided(logger, decision.DecidedBy, decision.FirstId, decision.SecondId, decision.Verdict, decision.Number);
        await FollowedAsync(decision, verdict switch { DecisionVerdicts.Same => true, DecisionVerdicts.Different => false, _ => !before }, cancellationToken);
        // The one that was split off has its own page; the story it was in is where the person came from.
        foreach (var id in new[] { decision.SecondId, decision.FirstId })
        {
            if (await clusters.GetAsync(new ArticleKey(id), cancellationToken) is { } member)
            {
                return TypedResults.LocalRedirect($"/clusters/{Uri.EscapeDataString(member.ClusterId)}?decided={decision.Number}");
            }
        }

        return TypedResults.LocalRedirect("/decisions");
    }

    private static RazorComponentResult<ProblemPage> Refused(string mistake) => Page.Problem(StatusCodes.Status400BadRequest, "This cannot be decided", mistake);

    /// <summary>Waits a moment until the clusters show it, so that the next page does. One that changes nothing, or that nobody follows, is not waited for longer.</summary>
    private async Task FollowedAsync(Decision decision, bool together, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + Patience;
        while (time.GetUtcNow() < until && await AreTogetherAsync(decision.FirstId, decision.SecondId, cancellationToken) != together)
        {
            await Task.Delay(Look, time, cancellationToken);
        }
    }

    private async Task<bool> AreTogetherAsync(string first, string second, CancellationToken cancellationToken) =>
        await clusters.GetAsync(new ArticleKey(first), cancellationToken) is { } one
        && (await clusters.GetAsync(new ArticleKey(second), cancellationToken))?.ClusterId == one.ClusterId;
}
