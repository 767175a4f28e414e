using System.CommandLine;
using System.Text;
using Ingest.CommandLine.Output;
using Ingest.Contracts;
using Ingest.Queries;

namespace Ingest.CommandLine.Commands;

/// <summary><c>ingest export</c>: articles as NDJSON or CSV, of a query or all of them.</summary>
public static class ExportCommand
{
    private const int PageSize = 1000;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var query = new Argument<string[]>("QUERY") { Description = "What to export; everything when left out.", Arity = ArgumentArity.ZeroOrMore };
        var format = new Option<string>("--format") { Description = "ndjson (default) or csv.", DefaultValueFactory = _ => "ndjson" };
        format.AcceptOnlyFromAmong("ndjson", "csv");
        var output = new Option<string?>("--output") { Description = "File to write (default: standard output).", HelpName = "FILE" };
        var data = SharedOptions.Data();
        var command = new Command("export", "Writes articles as NDJSON or CSV.") { query, format, output, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var scope = QueryScope.Open(parsed, data);
            await using var writer = Open(parsed.GetValue(output));
            var text = string.Join(' ', parsed.GetValue(query) ?? []);
            var articles = text.Length == 0 ? AllAsync(scope.Articles, cancellationToken) : FoundAsync(scope, text, cancellationToken);
            var csv = parsed.GetValue(format) == "csv";
            if (csv)
            {
                await writer.WriteAsync(ArticleCsv.Header);
            }

            await foreach (var article in articles)
            {
                await writer.WriteAsync(csv ? ArticleCsv.Row(article) : Lines.Of(article, omitNulls: true) + "\n");
            }

            return Invocation.Success;
        });
        return command;
    }

    private static StreamWriter Open(string? path) =>
        new(path is null ? Console.OpenStandardOutput() : File.Create(path), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    private static async IAsyncEnumerable<Article> AllAsync(
        IArticleQueries articles, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var next = new ArticleScan(); next is not null;)
        {
            var page = await articles.ScanAsync(next, cancellationToken);
            foreach (var parsed in page.Articles)
            {
                yield return parsed.Article;
            }

            next = page.Next is null ? null : next with { After = page.Next };
        }
    }

    private static async IAsyncEnumerable<Article> FoundAsync(
        QueryScope scope, string query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Oldest first: relevance is not a stable order for a file that people compare.
        var request = new SearchRequest { Query = query, Limit = PageSize, Sort = "oldest", Duplicates = "show" };
        while (true)
        {
            var response = await scope.Search.SearchAsync(request, cancellationToken);
            foreach (var hit in response.Hits)
            {
                if (await scope.Articles.GetAsync(new ArticleKey(hit.ArticleId), cancellationToken) is { } article)
                {
                    yield return article;
                }
            }

            if (response.Hits.Count < PageSize)
            {
                yield break;
            }

            request = request with { Offset = request.Offset + PageSize };
        }
    }
}
