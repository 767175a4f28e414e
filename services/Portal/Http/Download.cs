using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Ingest.Portal.Http;

/// <summary>An answer that is written piece by piece, to be kept as a file: never shown by a browser, never held in memory as a whole.</summary>
/// <param name="fileName">Under which name it is kept.</param>
/// <param name="contentType">What it is.</param>
internal abstract class Download(string fileName, string contentType) : IResult
{
    /// <summary>As the rest of the API writes it.</summary>
    protected static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        httpContext.Response.ContentType = contentType;
        httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        await foreach (var piece in PiecesAsync(httpContext.RequestAborted))
        {
            await httpContext.Response.WriteAsync(piece, Encoding.UTF8, httpContext.RequestAborted);
        }
    }

    /// <summary>The content, some kilobytes at a time.</summary>
    protected abstract IAsyncEnumerable<string> PiecesAsync(CancellationToken cancellationToken);
}
