using System.CommandLine;
using Ingest.CommandLine.Explaining;
using Ingest.CommandLine.Output;
using Ingest.Contracts;
using Ingest.Queries;

namespace Ingest.CommandLine.Commands;

/// <summary><c>ingest explain</c>: a file's or article's whole journey; with two articles, why they are one story or not.</summary>
public static class ExplainCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var subject = new Argument<string>("FILE-or-ARTICLE") { Description = "A file's path or identifier, or an article's identifier." };
        var other = new Argument<string?>("OTHER") { Description = "A second article (or file with one) to compare with.", Arity = ArgumentArity.ZeroOrOne };
        var (data, json) = (SharedOptions.Data(), SharedOptions.Json());
        var command = new Command("explain", "Shows the whole journey of a file or article, or compares two articles.") { subject, other, data, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var scope = QueryScope.Open(parsed, data);
            if (parsed.GetValue(other) is { } second)
            {
                await CompareAsync(scope, parsed.GetValue(subject)!, second, parsed.GetValue(json), cancellationToken);
                return Invocation.Success;
            }

            var journey = await Journey.OfAsync(scope, parsed.GetValue(subject)!, cancellationToken)
                ?? throw new UsageException($"Neither the ledger nor the parser knows '{parsed.GetValue(subject)}'; 'ingest files' lists what there is.");
            if (parsed.GetValue(json))
            {
                Lines.Write(journey);
            }
            else
            {
                JourneyText.Write(journey, Console.Out);
            }

            return Invocation.Success;
        });
        return command;
    }

    private static async Task CompareAsync(QueryScope scope, string first, string second, bool json, CancellationToken cancellationToken)
    {
        var request = new ComparisonRequest(await ArticleAsync(scope, first, cancellationToken), await ArticleAsync(scope, second, cancellationToken));
        var comparison = await scope.Clusters.CompareAsync(request, cancellationToken);
        if (json)
        {
            Lines.Write(comparison);
        }
        else
        {
            JourneyText.Write(request, comparison, Console.Out);
        }
    }

    private static async Task<Article> ArticleAsync(QueryScope scope, string name, CancellationToken cancellationToken)
    {
        if (await scope.Articles.GetAsync(new ArticleKey(name), cancellationToken) is { } article)
        {
            return article;
        }

        var file = await scope.Files.GetAsync(new FileKey(name), cancellationToken);
        var articles = file is null ? [] : (await scope.Articles.OfFileAsync(new FileArticles(file.FileId, 2), cancellationToken)).Articles;
        return articles switch
        {
            [var only] => only,
            [] => throw new UsageException($"There is no article '{name}', and no file of that name with an article in it."),
            _ => throw new UsageException($"'{name}' has several articles; give an article's identifier ('ingest explain {name}' lists them)."),
        };
    }
}
