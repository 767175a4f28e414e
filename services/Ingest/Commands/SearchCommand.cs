using System.CommandLine;
using System.Globalization;
using Ingest.CommandLine.Output;
using Ingest.Queries;

namespace Ingest.CommandLine.Commands;

/// <summary><c>ingest search QUERY</c>: in a data folder, or of a running system.</summary>
public static class SearchCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var query = new Argument<string[]>("QUERY") { Description = "Words, \"phrases\", -without, AND, OR, NOT, prefix*, NEAR/5, title:word, said:name, date:2025-02, date:7d.", Arity = ArgumentArity.ZeroOrMore };
        var limit = new Option<int>("--limit") { Description = "Hits to print (default 10).", DefaultValueFactory = _ => 10 };
        var from = new Option<string?>("--from") { Description = "First day, 2025-02-13.", HelpName = "DAY" };
        var to = new Option<string?>("--to") { Description = "Last day.", HelpName = "DAY" };
        var author = new Option<string?>("--author");
        var source = new Option<string?>("--source");
        var language = new Option<string?>("--language") { Description = "ISO 639-1 code." };
        var agency = new Option<string?>("--agency");
        var section = new Option<string?>("--section");
        var sort = new Option<string>("--sort") { Description = "relevance, newest or oldest.", DefaultValueFactory = _ => "relevance" };
        sort.AcceptOnlyFromAmong("relevance", "newest", "oldest");
        var duplicates = new Option<string>("--duplicates") { Description = "show or hide (default).", DefaultValueFactory = _ => "hide" };
        duplicates.AcceptOnlyFromAmong("show", "hide");
        var server = new Option<string?>("--server") { Description = "Ask a running portal instead of --data.", HelpName = "URL" };
        var (data, json) = (SharedOptions.Data(), SharedOptions.Json());
        var command = new Command("search", "Finds articles.") { query, limit, from, to, author, source, language, agency, section, sort, duplicates, server, data, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var request = new SearchRequest
            {
                Query = string.Join(' ', parsed.GetValue(query) ?? []),
                Limit = Math.Clamp(parsed.GetValue(limit), 0, 1000),
                From = parsed.GetValue(from),
                To = parsed.GetValue(to),
                Author = parsed.GetValue(author),
                Source = parsed.GetValue(source),
                Language = parsed.GetValue(language),
                Agency = parsed.GetValue(agency),
                Section = parsed.GetValue(section),
                Sort = parsed.GetValue(sort)!,
                Duplicates = parsed.GetValue(duplicates)!,
            };
            var response = parsed.GetValue(server) is { } address
                ? await AskServerAsync(address, request, cancellationToken)
                : await AskStoreAsync(parsed, data, request, cancellationToken);
            Print(response, parsed.GetValue(json));
            return Invocation.Success;
        });
        return command;
    }

    private static async Task<SearchResponse> AskStoreAsync(
        ParseResult parsed, Option<string?> data, SearchRequest request, CancellationToken cancellationToken)
    {
        await using var scope = QueryScope.Open(parsed, data);
        return await scope.Search.SearchAsync(request, cancellationToken);
    }

    private static async Task<SearchResponse> AskServerAsync(string address, SearchRequest request, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        var parameters = new Dictionary<string, string?>
        {
            ["q"] = request.Query, ["limit"] = request.Limit.ToString(CultureInfo.InvariantCulture), ["from"] = request.From, ["to"] = request.To,
            ["author"] = request.Author, ["source"] = request.Source, ["language"] = request.Language,
            ["agency"] = request.Agency, ["section"] = request.Section, ["sort"] = request.Sort,
            ["duplicates"] = request.Duplicates,
        };
        var url = Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString("/api/search", parameters.Where(pair => pair.Value is not null)!);
        return Lines.Read<SearchResponse>(await client.GetStringAsync(new Uri(url, UriKind.Relative), cancellationToken));
    }

    private static void Print(SearchResponse response, bool json)
    {
        if (response.Explanation is { } explanation)
        {
            Console.Error.WriteLine($"ingest: {explanation}");
        }

        if (response.DidYouMean is { } better)
        {
            Console.Error.WriteLine($"ingest: Did you mean: {better}");
        }

        foreach (var hit in response.Hits)
        {
            if (json)
            {
                Lines.Write(hit);
                continue;
            }

            var copies = hit.ClusterSize > 1 ? $"  ({hit.ClusterSize - 1} more in its cluster)" : "";
            Console.WriteLine($"{hit.PublishedAt ?? "undated",-16}  {hit.Title}{copies}\n                  {hit.Snippet}\n                  {hit.Path}  {hit.ArticleId}");
        }

        if (!json)
        {
            Console.WriteLine($"{response.Total} found, {response.Hits.Count} shown.");
        }
    }
}
