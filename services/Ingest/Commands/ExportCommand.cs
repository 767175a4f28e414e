using System.CommandLine;
using System.Text;
using Ingest.Contracts;
using Ingest.Queries;
using Ingest.Queries.Export;

namespace Ingest.CommandLine.Commands;

/// <summary><c>ingest export</c>: articles as NDJSON or CSV, of a query or all of them; or the newest hits as an Atom feed.</summary>
public static class ExportCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var query = new Argument<string[]>("QUERY") { Description = "What to export; everything when left out.", Arity = ArgumentArity.ZeroOrMore };
        var format = new Option<string>("--format") { Description = "ndjson (default), csv, or atom: a feed of the newest hits.", DefaultValueFactory = _ => "ndjson" };
        format.AcceptOnlyFromAmong("ndjson", "csv", "atom");
        var output = new Option<string?>("--output") { Description = "File to write (default: standard output).", HelpName = "FILE" };
        var data = SharedOptions.Data();
        var command = new Command("export", "Writes articles as NDJSON or CSV, or as an Atom feed.") { query, format, output, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var scope = QueryScope.Open(parsed, data);
            await using var stream = parsed.GetValue(output) is { } path ? File.Create(path) : Console.OpenStandardOutput();
            var text = string.Join(' ', parsed.GetValue(query) ?? []);
            if (parsed.GetValue(format) == "atom")
            {
                await WriteFeedAsync(stream, scope.Search, text, cancellationToken);
                return Invocation.Success;
            }

            // Oldest first: relevance is not a stable order for a file that people compare.
            var request = new SearchRequest { Query = text, Sort = "oldest", Duplicates = "show" };
            var articles = text.Length == 0 ? AllAsync(scope.Articles, cancellationToken) : scope.Search.ArticlesAsync(scope.Articles, request, cancellationToken);
            await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            var csv = parsed.GetValue(format) == "csv";
            if (csv)
            {
                await writer.WriteAsync(ArticleCsv.Header);
            }

            await foreach (var article in articles)
            {
                await writer.WriteAsync(csv ? ArticleCsv.Row(article) : ArticleLines.Line(article));
            }

            return Invocation.Success;
        });
        return command;
    }

    private static Task WriteFeedAsync(Stream stream, ISearchQueries search, string query, CancellationToken cancellationToken)
    {
        var hits = search.HitsAsync(new SearchRequest { Query = query, Sort = "newest" }, AtomFeed.DefaultEntries, cancellationToken);
        var self = new Uri("urn:ingest:search:" + Uri.EscapeDataString(query));
        return AtomFeed.WriteAsync(stream, query.Length > 0 ? query : "Latest articles", self, site: null, hits, TimeProvider.System.GetUtcNow());
    }

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
}
