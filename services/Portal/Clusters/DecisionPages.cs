using Ingest.Portal.Http;
using Ingest.Queries;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ingest.Portal.Clusters;

/// <summary>
/// Splitting and joining by hand: a page that says what will happen, with the button that does it, and the list of what was decided.
/// </summary>
internal static class DecisionPages
{
    private const int Suggestions = 10;
    private const int LongestIdentifier = 128;

    public static void MapDecisionPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/decisions", async (HttpContext http, DecisionForm form, CancellationToken cancellationToken) =>
            Page.Of<DecisionsPage>(new { Decisions = await form.ViewAsync(http, null, cancellationToken) }));
        routes.MapPost("/decisions", (HttpContext http, DecisionForm form, CancellationToken cancellationToken) => form.SubmitAsync(http, cancellationToken));
        routes.MapGet("/decisions/split", SplitAsync);
        routes.MapGet("/decisions/join", JoinAsync);
    }

    public static string SplitUrl(string article, string? from = null) =>
        $"/decisions/split?article={Uri.EscapeDataString(article)}{(from is null ? "" : "&from=" + Uri.EscapeDataString(from))}";

    public static string JoinUrl(string article, string? with = null) =>
        $"/decisions/join?article={Uri.EscapeDataString(article)}{(with is null ? "" : "&with=" + Uri.EscapeDataString(with))}";

    private static async Task<IResult> SplitAsync(
        string? article, string? from, HttpContext http, IClusterQueries clusters, IAntiforgery antiforgery, CancellationToken cancellationToken)
    {
        if (await ClusterAsync(clusters, article, cancellationToken) is not { } cluster || Member(cluster, article!) is not { } member)
        {
            return Page.NotFound("There is no such article; perhaps its file was removed or changed.");
        }

        if (Member(cluster, from ?? cluster.CanonicalId) is not { } other)
        {
            return Page.Problem(StatusCodes.Status400BadRequest, "Nothing to split", "The two articles are not in one cluster.");
        }

        return member == other
            ? Page.Problem(StatusCodes.Status400BadRequest, "This article stands for its story", "The others are folded under it: split off those of them that are another story.")
            : Page.Of<SplitPage>(new { Cluster = cluster, Member = member, Other = other, Token = FormToken.Of(antiforgery, http) });
    }

    private static async Task<IResult> JoinAsync(
        string? article, string? with, string? q, HttpContext http, IClusterQueries clusters, ISearchQueries search, IAntiforgery antiforgery, CancellationToken cancellationToken)
    {
        if (await ClusterAsync(clusters, article, cancellationToken) is not { } cluster)
        {
            return Page.NotFound("There is no such article; perhaps its file was removed or changed.");
        }

        var words = (q ?? "").Trim();
        if ((string.IsNullOrEmpty(with) ? await IdentifierAsync(clusters, words, cancellationToken) : with) is { } named)
        {
            var other = await ClusterAsync(clusters, named, cancellationToken);
            return other is null ? Page.NotFound("The other article is not there (any more).")
                : other.ClusterId == cluster.ClusterId ? Page.Problem(StatusCodes.Status400BadRequest, "Nothing to join", "Both articles are in one cluster already.")
                : Page.Of<JoinPage>(new { Cluster = cluster, Other = other, Token = FormToken.Of(antiforgery, http) });
        }

        var found = words.Length is 0 or > Search.SearchInput.LongestQuery ? null
            : await search.SearchAsync(new SearchRequest { Query = words, Limit = Suggestions }, cancellationToken);
        return Page.Of<JoinPage>(new
        {
            Cluster = cluster,
            Words = words,
            Hits = found?.Hits.Where(hit => hit.ClusterId != cluster.ClusterId).ToList(),
        });
    }

    private static async Task<Cluster?> ClusterAsync(IClusterQueries clusters, string? id, CancellationToken cancellationToken) =>
        id is { Length: > 0 and <= LongestIdentifier } ? await clusters.ClusterAsync(new ClusterKey(id), cancellationToken) : null;

    private static ClusterMember? Member(Cluster cluster, string id) => cluster.Members.FirstOrDefault(member => member.ArticleId == id);

    /// <summary>The article or cluster that is meant where its identifier or the address of its page was typed in.</summary>
    private static async Task<string?> IdentifierAsync(IClusterQueries clusters, string text, CancellationToken cancellationToken)
    {
        var last = text.Split('?', '#')[0].TrimEnd('/');
        last = last[(last.LastIndexOf('/') + 1)..];
        return last.Length >= 16 && last.All(char.IsAsciiLetterOrDigit) && await ClusterAsync(clusters, last, cancellationToken) is not null ? last : null;
    }
}
