using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Ingest.Portal.Tests.Hosting;

namespace Ingest.Portal.Tests.Api;

/// <summary>What the OpenAPI document lists is asked in wrong ways: none is believed, each is told what was wrong.</summary>
public sealed class Every_route_of_the_document
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Refuses_other_methods_and_names_those_that_it_takes()
    {
        await using var portal = await StartAsync();
        foreach (var (path, route) in await RoutesAsync(portal))
        {
            var known = route.EnumerateObject().Select(operation => operation.Name.ToUpperInvariant()).ToList();
            foreach (var method in Methods.Except(known))
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), Filled(path));
                var problem = await ProblemAsync(portal, request);
                // Where a command's name could also be an identifier, there is no such file.
                Assert.True(problem.Status == 405 || (problem.Status == 404 && path == "/api/files/retry" && method == "GET"), $"{method} {path}: {problem.Status}");
            }
        }
    }

    [Fact]
    public async Task Refuses_parameters_of_a_wrong_type_or_size()
    {
        await using var portal = await StartAsync();
        var asked = 0;
        foreach (var (path, route) in await RoutesAsync(portal))
        {
            if (!route.TryGetProperty("get", out var get) || !get.TryGetProperty("parameters", out var parameters))
            {
                continue;
            }

            foreach (var parameter in parameters.EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == "query"))
            {
                var name = parameter.GetProperty("name").GetString()!;
                foreach (var wrong in Wrong(name, parameter.GetProperty("schema")))
                {
                    using var request = new HttpRequestMessage(HttpMethod.Get, $"{Filled(path)}?{name}={Uri.EscapeDataString(wrong)}");
                    var problem = await ProblemAsync(portal, request);
                    Assert.True(problem.Status is >= 400 and < 500, $"{path}?{name}={wrong[..Math.Min(30, wrong.Length)]}: {problem.Status}");
                    asked++;
                }
            }
        }

        Assert.True(asked > 30, $"Only {asked} parameters were found to be asked wrongly.");
    }

    [Fact]
    public async Task Refuses_identifiers_that_cannot_be()
    {
        await using var portal = await StartAsync();
        foreach (var (path, route) in (await RoutesAsync(portal)).Where(route => route.Path.Contains('{', StringComparison.Ordinal) && route.Route.TryGetProperty("get", out _)))
        {
            foreach (var wrong in new[] { "none", "%01", "..%2F..%2Fetc%2Fpasswd", "%F0%9F%98%80", new string('a', 3000), "9223372036854775808", "-1", "%3Cscript%3E" })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, Filled(path, wrong));
                var problem = await ProblemAsync(portal, request);
                Assert.True(problem.Status is >= 400 and < 500, $"{path} with {wrong[..Math.Min(30, wrong.Length)]}: {problem.Status}");
            }
        }
    }

    [Fact]
    public async Task Refuses_bodies_of_a_wrong_type_or_size()
    {
        await using var portal = await StartAsync();
        var asked = 0;
        foreach (var (path, route) in await RoutesAsync(portal))
        {
            foreach (var operation in route.EnumerateObject().Where(operation => operation.Name is "post" or "put"))
            {
                foreach (var (type, body) in Bodies(operation.Name == "put"))
                {
                    using var request = new HttpRequestMessage(new HttpMethod(operation.Name.ToUpperInvariant()), Filled(path))
                    {
                        Content = new ByteArrayContent(body) { Headers = { ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type) } },
                    };
                    var problem = await ProblemAsync(portal, request);
                    Assert.True(problem.Status is >= 400 and < 500, $"{operation.Name} {path} with {type} of {body.Length} bytes: {problem.Status}");
                    Assert.True(type == "application/json" || problem.Status == 415, $"{operation.Name} {path} with {type}: {problem.Status}");
                    asked++;
                }
            }
        }

        Assert.True(asked >= 10);
        Assert.Empty(portal.Archive.Retries);
    }

    private static IEnumerable<(string? Type, byte[] Body)> Bodies(bool isFile)
    {
        yield return ("text/plain", "x"u8.ToArray());
        yield return ("multipart/form-data; boundary=x", "--x--"u8.ToArray());
        yield return ("application/x-www-form-urlencoded", "state=failed"u8.ToArray());
        yield return ("application/xml", "<x/>"u8.ToArray());
        yield return (null, "x"u8.ToArray());
        if (!isFile)
        {
            yield return ("application/json", "{"u8.ToArray());
            yield return ("application/json", "[]"u8.ToArray());
            yield return ("application/json", "null"u8.ToArray());
            yield return ("application/json", "{\"state\":{\"a\":1}}"u8.ToArray());
            yield return ("application/json", Encoding.UTF8.GetBytes("{\"reason\":\"" + new string('a', 100_000) + "\"}"));
            yield return ("application/json", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("[", 10_000))));
        }
    }

    private static IEnumerable<string> Wrong(string name, JsonElement schema)
    {
        var type = schema.TryGetProperty("type", out var given) ? given.ToString() : "";
        if (type.Contains("integer", StringComparison.Ordinal))
        {
            yield return "many";
            yield return "99999999999999999999";
            yield return "1.5";
        }
        else if (type.Contains("boolean", StringComparison.Ordinal))
        {
            yield return "perhaps";
        }
        else if (name is "from" or "to" or "sort" or "duplicates" or "state" or "order" or "format")
        {
            yield return "nonsense";
            yield return "<script>";
        }
        else if (name is "q" or "source" or "author" or "language" or "agency" or "section" or "cursor")
        {
            yield return new string('a', 3000);
        }
    }

    private static Task<PortalHost> StartAsync() => PortalHost.StartAsync(Newsroom.Filled(), ("Ingest:Portal:RequestsPerSecond", "10000"));

    private static async Task<List<(string Path, JsonElement Route)>> RoutesAsync(PortalHost portal)
    {
        var document = await portal.Client.GetFromJsonAsync<JsonElement>(new Uri("/openapi/v1.json", UriKind.Relative), Stop);
        return [.. document.GetProperty("paths").EnumerateObject().Select(path => (path.Name, path.Value))];
    }

    private static string Filled(string path, string value = "1") =>
        System.Text.RegularExpressions.Regex.Replace(path, @"\{[^}]+\}", value);

    private static async Task<(int Status, string Detail)> ProblemAsync(PortalHost portal, HttpRequestMessage request)
    {
        using var response = await portal.Client.SendAsync(request, Stop);
        var text = await response.Content.ReadAsStringAsync(Stop);
        Assert.True(
            response.Content.Headers.ContentType?.MediaType == "application/problem+json",
            $"{request.Method} {request.RequestUri?.ToString()[..Math.Min(120, request.RequestUri.ToString().Length)]}: {(int)response.StatusCode} {response.Content.Headers.ContentType} {text[..Math.Min(200, text.Length)]}");
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal((int)response.StatusCode, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        return ((int)response.StatusCode, problem.GetProperty("detail").GetString()!);
    }
}
