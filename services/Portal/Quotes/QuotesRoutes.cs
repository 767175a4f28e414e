using Ingest.Portal.Http;
using Ingest.Portal.Search;
using Ingest.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Ingest.Portal.Quotes;

internal static class QuotesRoutes
{
    private const int QuotesPerPage = 20;

    public static void MapQuotesPage(this IEndpointRouteBuilder routes) => routes.MapGet("/quotes", async (
        [AsParameters] QuotesInput input, IQuoteQueries quotes, CancellationToken cancellationToken) =>
        Page.Of<QuotesPage>(new { Input = input, Found = await quotes.FindAsync(input.ToRequest(QuotesPerPage), cancellationToken) }));

    public static void MapQuotesApi(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/quotes", AnswerAsync).WithName("quotes").WithSummary("Who said what: quotes by their words and their speaker, the newest first.").WithTags("Search");

    /// <param name="q">What must stand in the quote: words in any form, "phrases", OR, -, parentheses; fields such as source: are about its article.</param>
    /// <param name="by">Names that the speaker's name must have.</param>
    /// <param name="from">First day: 2025-02-13, 2025-02 or 2025.</param>
    /// <param name="to">Last day, inclusive; in the same notation.</param>
    /// <param name="limit">About how many quotes, 1 to 200.</param>
    /// <param name="cursor">The <c>next</c> of the page before, with everything else the same.</param>
    /// <param name="quotes">The Indexer.</param>
    /// <param name="cancellationToken">The client left.</param>
    private static async Task<Results<Ok<QuotePage>, ProblemHttpResult>> AnswerAsync(
        string? q, string? by, string? from, string? to, int? limit, string? cursor, IQuoteQueries quotes, CancellationToken cancellationToken)
    {
        var wrong = q?.Length > SearchInput.LongestQuery ? $"q must have at most {SearchInput.LongestQuery} characters."
            : by?.Length > QuotesInput.LongestName ? $"by must have at most {QuotesInput.LongestName} characters."
            : from is not null && SearchInput.Day(from) is null ? "from must be a date like 2025-02-13, 2025-02 or 2025."
            : to is not null && SearchInput.Day(to) is null ? "to must be a date like 2025-02-13, 2025-02 or 2025."
            : limit is < 1 or > 200 ? "limit must be 1 to 200."
            : cursor?.Length > 1000 ? "cursor is none that a search gave."
            : null;
        return wrong is not null
            ? ApiProblem.BadRequest(wrong)
            : TypedResults.Ok(await quotes.FindAsync(new QuotesInput { Words = q, By = by, From = from, To = to, Cursor = cursor }.ToRequest(limit ?? QuotesPerPage), cancellationToken));
    }
}
