using Ingest.Portal.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ingest.Portal.Http;

/// <summary>Renders a component as the whole answer. Everything is loaded before, so a page never breaks off half way.</summary>
internal static class Page
{
    public static RazorComponentResult<TComponent> Of<TComponent>(object parameters)
        where TComponent : IComponent => new(parameters) { PreventStreamingRendering = true };

    public static RazorComponentResult<ProblemPage> NotFound(string detail) =>
        Problem(StatusCodes.Status404NotFound, "Not found", detail);

    public static RazorComponentResult<ProblemPage> Problem(int status, string title, string detail) =>
        new(new { Title = title, Detail = detail }) { StatusCode = status, PreventStreamingRendering = true };
}
