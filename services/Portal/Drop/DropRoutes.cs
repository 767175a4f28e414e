using Ingest.Portal.Http;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Ingest.Portal.Drop;

internal static class DropRoutes
{
    private const int MostFiles = 1000;

    public static void MapDropPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/drop", (HttpContext http, IAntiforgery antiforgery, DropFolder folder) => ShowPage(http, antiforgery, folder, [], null));
        routes.MapPost("/drop", SubmitAsync).WithMetadata(new NoSizeLimit());
    }

    public static void MapDropApi(this IEndpointRouteBuilder routes) =>
        routes.MapPut("/drop/{**name}", PutAsync)
            .WithName("drop").WithTags("Drop").WithMetadata(new NoSizeLimit())
            .WithSummary("Takes the body as a file into the watched folder. name may have folders in it; a name that is taken already gets a number.")
            .TakesBytes()
            .ProducesProblem(400).ProducesProblem(403).ProducesProblem(413).ProducesProblem(415).ProducesProblem(507);

    private static async Task<Results<Created<DroppedFile>, ProblemHttpResult>> PutAsync(
        string? name, HttpContext http, DropFolder folder, CancellationToken cancellationToken)
    {
        if (CrossSite.Refusal(http.Request) is { } refusal)
        {
            return refusal;
        }

        // A form of another site can send other types without asking; and a form is not a file.
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || type.MediaType != "application/octet-stream")
        {
            return TypedResults.Problem("The body must be the file itself, as application/octet-stream.", statusCode: StatusCodes.Status415UnsupportedMediaType);
        }

        var (path, mistake) = DropName.Read(name);
        if (path is null)
        {
            return ApiProblem.BadRequest(mistake!);
        }

        try
        {
            var file = await folder.TakeAsync(path, http.Request.Body, http.Request.ContentLength, cancellationToken);
            return TypedResults.Created($"/api/files/find?path={Uri.EscapeDataString(file.FullPath)}", file);
        }
        catch (DropException exception)
        {
            return TypedResults.Problem(exception.Message, statusCode: exception.Status);
        }
    }

    /// <summary>The page's form without scripts: the token comes first in it, so that nothing is taken before it was checked, and files are never held in memory.</summary>
    private static async Task<IResult> SubmitAsync(HttpContext http, IAntiforgery antiforgery, DropFolder folder, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || type.MediaType != "multipart/form-data"
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and < 200 } boundary)
        {
            return FormToken.Refusal();
        }

        var (taken, complaint, isAllowed) = (new List<DroppedFile>(), (string?)null, false);
        try
        {
            var reader = new MultipartReader(boundary, http.Request.Body);
            while (taken.Count < MostFiles && await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
                {
                    continue;
                }

                if (!isAllowed)
                {
                    isAllowed = disposition.Name.Value?.Trim('"') == FormToken.Field && await IsTokenAsync(http, antiforgery, section, cancellationToken);
                    if (!isAllowed)
                    {
                        return FormToken.Refusal();
                    }
                }
                else if (HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value is { Length: > 0 } name)
                {
                    var (path, mistake) = DropName.Read(name);
                    if (path is null)
                    {
                        complaint = $"{name}: {mistake}";
                        continue;
                    }

                    taken.Add(await folder.TakeAsync(path, section.Body, null, cancellationToken));
                }
            }
        }
        catch (DropException exception)
        {
            complaint = exception.Message;
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException || exception is IOException && !cancellationToken.IsCancellationRequested)
        {
            complaint = "The upload broke off; what is not listed here was not taken.";
        }

        return isAllowed ? ShowPage(http, antiforgery, folder, taken, complaint) : FormToken.Refusal();
    }

    private static async Task<bool> IsTokenAsync(HttpContext http, IAntiforgery antiforgery, MultipartSection section, CancellationToken cancellationToken)
    {
        var buffer = new char[4096];
        using var reader = new StreamReader(section.Body);
        var length = await reader.ReadBlockAsync(buffer, cancellationToken);
        // In a header it is found without reading the form, which would be all the files.
        http.Request.Headers["RequestVerificationToken"] = new string(buffer, 0, length);
        return await antiforgery.IsRequestValidAsync(http);
    }

    private static RazorComponentResult<DropPage> ShowPage(
        HttpContext http, IAntiforgery antiforgery, DropFolder folder, List<DroppedFile> taken, string? complaint)
    {
        var page = Page.Of<DropPage>(new { Folder = folder.Folder, folder.Largest, Taken = taken, Complaint = complaint, Token = FormToken.Of(antiforgery, http) });
        page.StatusCode = complaint is not null && taken.Count == 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
        return page;
    }

    /// <summary>Lifts the server's limit: the folder has its own, which is told in a sentence.</summary>
    private sealed class NoSizeLimit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => null;
    }
}
