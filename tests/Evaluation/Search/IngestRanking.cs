using System.Text.Json;
using Ingest.CommandLine.Commands;

namespace Ingest.Evaluation.Search;

/// <summary>What a user gets: <c>ingest import</c> of the collection's file, then <c>ingest search</c> for each query, with the commands' own output.</summary>
internal static class IngestRanking
{
    public static async Task<Dictionary<string, IReadOnlyList<string>>> OfAsync(SearchCollection collection, string folder, int depth)
    {
        var scratch = Directory.CreateTempSubdirectory("ingest-search-");
        try
        {
            var (news, data) = (scratch.CreateSubdirectory("news").FullName, Path.Combine(scratch.FullName, "data"));
            var file = Path.Combine(news, "corpus.jsonl");
            File.Copy(Path.Combine(folder, "corpus.jsonl"), file);
            Console.Error.WriteLine((await RunAsync("import", news, "--data", data)).Trim());
            var keys = (await LinesAsync("parse", file)).ToDictionary(article => article.GetProperty("ordinal").GetInt32(), article => article.GetProperty("key").GetString()!);
            var rankings = new Dictionary<string, IReadOnlyList<string>>();
            foreach (var (id, text) in collection.Queries)
            {
                var hits = await LinesAsync("search", text, "--data", data, "--limit", $"{depth}", "--duplicates", "show", "--json");
                rankings[id] = [.. hits.Select(hit => keys[hit.GetProperty("ordinal").GetInt32()])];
            }

            return rankings;
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static async Task<IReadOnlyList<JsonElement>> LinesAsync(params string[] arguments) =>
        [.. (await RunAsync(arguments)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] == '{').Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => line.TryGetProperty("ordinal", out _))];

    private static async Task<string> RunAsync(params string[] arguments)
    {
        var (output, error) = (Console.Out, Console.Error);
        using var captured = new StringWriter();
        using var explained = new StringWriter();
        Console.SetOut(captured);
        Console.SetError(explained);
        try
        {
            var code = await IngestCommand.Create().Parse(arguments).InvokeGuardedAsync();
            return code is Invocation.Success or Invocation.Incomplete ? captured.ToString() : throw new InvalidOperationException($"ingest {arguments[0]} ended with {code}: {explained}");
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }
}
