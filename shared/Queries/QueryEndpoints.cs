using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Queries;

/// <summary>
/// Serves a query interface over HTTP for the processes that run other roles: <c>POST /query/IFileQueries/FindAsync</c> with
/// the request as JSON. For the inside of a deployment; people and tools use the Portal's API.
/// </summary>
public static class QueryEndpoints
{
    /// <summary>Maps one route for each method of <typeparamref name="TQueries"/>.</summary>
    public static void MapQueries<TQueries>(this IEndpointRouteBuilder routes)
        where TQueries : class
    {
        foreach (var method in typeof(TQueries).GetMethods())
        {
            routes.MapPost(QueryRoute.Of(method), context => AnswerAsync<TQueries>(context, method));
        }
    }

    private static async Task AnswerAsync<TQueries>(HttpContext context, MethodInfo method)
        where TQueries : class
    {
        var request = await context.Request.ReadFromJsonAsync(method.GetParameters()[0].ParameterType, QueryRoute.Json, context.RequestAborted);
        var answer = (Task)method.Invoke(context.RequestServices.GetRequiredService<TQueries>(), [request, context.RequestAborted])!;
        await answer;
        var type = QueryRoute.AnswerType(method);
        await context.Response.WriteAsJsonAsync(QueryRoute.AnswerOf(answer), type, QueryRoute.Json, context.RequestAborted);
    }
}
