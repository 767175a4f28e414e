using System.Text;
using Ingest.Portal.Http;
using Ingest.Queries;
using Ingest.Queries.Export;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ingest.Portal.Search;

/// <summary>What a search finds, to take away: streamed, so that its size does not matter.</summary>
internal static class ExportRoutes
{
    public static void MapExportApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/export", ExportAsync).WithName("export").WithSummary("Everything that a search finds, as NDJSON or CSV.").WithTags("Search")
            .Produces(StatusCodes.Status200OK, contentType: "application/x-ndjson").ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapGet("/feed", FeedAsync).WithName("feed").WithSummary("The newest hits of a search as an Atom feed.").WithTags("Search")
            .Produces(StatusCodes.Status200OK, contentType: "application/atom+xml").ProducesProblem(StatusCodes.Status400BadRequest);
    }

    /// <param name="parameters">What to find.</param>
    /// <param name="format">ndjson or csv.</param>
    /// <param name="search">The Indexer.</param>
    /// <param name="articles">The Parser.</param>
    /// <param name="cancellationToken">The client left.</param>
    private static IResult ExportAsync(
        [AsParameters] SearchParameters parameters, string? format, ISearchQueries search, IArticleQueries articles, CancellationToken cancellationToken)
    {
        var wrong = parameters.Mistake() ?? (format is not (null or "ndjson" or "csv") ? "format must be ndjson or csv." : null);
        if (wrong is not null)
        {
            return ApiProblem.BadRequest(wrong);
        }

        // A file that people compare needs a stable order.
        var request = parameters.ToRequest() with { Sort = parameters.Sort ?? "oldest", Duplicates = parameters.Duplicates ?? "show" };
        var found = search.ArticlesAsync(articles, request, cancellationToken);
        return TypedResults.Stream(
            async output =>
            {
                await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
                await writer.WriteAsync(format == "csv" ? ArticleCsv.Header : "");
                await foreach (var article in found)
                {
                    await writer.WriteAsync(format == "csv" ? ArticleCsv.Row(article) : ArticleLines.Line(article));
                }
            },
            format == "csv" ? "text/csv; charset=utf-8" : "application/x-ndjson",
            format == "csv" ? "articles.csv" : "articles.ndjson");
    }

    /// <param name="parameters">What to find.</param>
    /// <param name="limit">Entries, 1 to 1,000; 50 when left out.</param>
    /// <param name="search">The Indexer.</param>
    /// <param name="time">Dates an empty feed.</param>
    /// <param name="request">Its address is the feed's identity.</param>
    /// <param name="cancellationToken">The client left.</param>
    private static IResult FeedAsync(
        [AsParameters] SearchParameters parameters, int? limit, ISearchQueries search, TimeProvider time, HttpRequest request, CancellationToken cancellationToken)
    {
        var wrong = parameters.Mistake() ?? (limit is < 1 or > 1000 ? "limit must be 1 to 1000." : null);
        if (wrong is not null)
        {
            return ApiProblem.BadRequest(wrong);
        }

        var site = new Uri($"{request.Scheme}://{request.Host}");
        var self = new Uri(site, request.PathBase + request.Path + request.QueryString);
        var hits = search.HitsAsync(parameters.ToRequest() with { Sort = parameters.Sort ?? "newest" }, limit ?? AtomFeed.DefaultEntries, cancellationToken);
        var title = string.IsNullOrWhiteSpace(parameters.Q) ? "Latest articles" : parameters.Q.Trim();
        return TypedResults.Stream(output => AtomFeed.WriteAsync(output, title, self, site, hits, time.GetUtcNow()), "application/atom+xml; charset=utf-8");
    }
}
