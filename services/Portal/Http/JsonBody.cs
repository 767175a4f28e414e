using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ingest.Portal.Http;

/// <summary>
/// The body of a command of the API. It is read by hand: the framework answers a malformed one before any filter could turn it into a problem
/// document. Why no form token is asked for says <see cref="CrossSite"/>.
/// </summary>
internal static class JsonBody
{
    private const int Largest = 64 * 1024;

    /// <summary>What was sent, or the answer to give instead.</summary>
    public static async Task<(T? Value, ProblemHttpResult? Problem)> ReadAsync<T>(HttpContext http, CancellationToken cancellationToken)
        where T : class
    {
        if (CrossSite.Refusal(http.Request) is { } refusal)
        {
            return (null, refusal);
        }

        if (!http.Request.HasJsonContentType())
        {
            return (null, TypedResults.Problem("The body must be application/json.", statusCode: StatusCodes.Status415UnsupportedMediaType));
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = Largest;
        }

        try
        {
            return await http.Request.ReadFromJsonAsync<T>(cancellationToken) is { } value ? (value, null) : (null, ApiProblem.BadRequest("The body must be an object."));
        }
        catch (JsonException exception)
        {
            return (null, ApiProblem.BadRequest($"The body is not what it should be: {exception.Message}"));
        }
        catch (BadHttpRequestException exception)
        {
            return (null, ApiProblem.BadRequest($"The body cannot be read: {exception.Message}"));
        }
    }
}
