using Microsoft.AspNetCore.Builder;
using Microsoft.OpenApi;

namespace Ingest.Portal.Http;

/// <summary>
/// Describes a command's body in the OpenAPI document. Not by <c>Accepts</c>: with that the router itself would turn other types away, to the
/// answer for unknown methods, before the command can say what it takes.
/// </summary>
internal static class BodyDescription
{
    public static RouteHandlerBuilder TakesJson<T>(this RouteHandlerBuilder route) =>
        route.AddOpenApiOperationTransformer(async (operation, context, cancellationToken) =>
            operation.RequestBody = Body("application/json", await context.GetOrCreateSchemaAsync(typeof(T), null, cancellationToken)));

    public static RouteHandlerBuilder TakesBytes(this RouteHandlerBuilder route) =>
        route.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody = Body("application/octet-stream", new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" });
            return Task.CompletedTask;
        });

    private static OpenApiRequestBody Body(string type, IOpenApiSchema schema) =>
        new() { Required = true, Content = new Dictionary<string, OpenApiMediaType> { [type] = new() { Schema = schema } } };
}
