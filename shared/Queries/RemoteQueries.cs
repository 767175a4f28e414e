using System.Net.Http.Json;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Ingest.Queries;

/// <summary>A query interface whose answers come from another process, see <see cref="QueryEndpoints"/>.</summary>
public class RemoteQueries : DispatchProxy
{
    private static readonly MethodInfo AskMethod =
        typeof(RemoteQueries).GetMethod(nameof(AskAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private HttpClient _client = null!;

    /// <summary>A <typeparamref name="TQueries"/> that asks the process at the client's base address.</summary>
    public static TQueries Create<TQueries>(HttpClient client)
        where TQueries : class
    {
        var proxy = Create<TQueries, RemoteQueries>();
        ((RemoteQueries)(object)proxy)._client = client;
        return proxy;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        AskMethod.MakeGenericMethod(QueryRoute.AnswerType(targetMethod!)).Invoke(this, [targetMethod, args![0], args[1]]);

    private async Task<TAnswer?> AskAsync<TAnswer>(MethodInfo method, object request, CancellationToken cancellationToken)
    {
        // Content with a known length, not a streamed one: the server refuses chunked bodies over its limit only late.
        using var content = new StringContent(
            JsonSerializer.Serialize(request, request.GetType(), QueryRoute.Json), Encoding.UTF8, "application/json");
        using var response = await _client.PostAsync(new Uri(QueryRoute.Of(method), UriKind.Relative), content, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<TAnswer>(QueryRoute.Json, cancellationToken);
    }
}
