using System.CommandLine;
using System.IO.Enumeration;
using Ingest.CommandLine.Hosting;
using Ingest.CommandLine.Output;
using Ingest.Contracts;
using Ingest.Parser;
using Microsoft.Extensions.Options;

namespace Ingest.CommandLine.Commands;

/// <summary><c>ingest parse FILE…</c>: what the parser makes of files, storing nothing.</summary>
public static class ParseCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Files, or folders of files.", Arity = ArgumentArity.OneOrMore };
        var (data, json) = (SharedOptions.Data(), SharedOptions.Json());
        var command = new Command("parse", "Prints what the parser makes of files: one JSON object a line for each article.") { files, data, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var reader = new ArticleReader(OptionsOf(Configuration.Build([])), TimeProvider.System);
            var code = Invocation.Success;
            foreach (var path in parsed.GetValue(files)!.SelectMany(Expand))
            {
                var (leftOut, any) = (new List<MemberOutcome>(), false);
                await foreach (var outcome in reader.ReadPiecesAsync(path, cancellationToken))
                {
                    if (outcome is ParseOutcome.Rejected rejected)
                    {
                        Lines.Write(new { path, rejected = rejected.Reason, rejected.Detail });
                        code = Invocation.Incomplete;
                        continue;
                    }

                    var piece = (ParseOutcome.Parsed)outcome;
                    foreach (var article in piece.Articles)
                    {
                        Print(path, article);
                    }

                    any |= piece.Articles.Count > 0;
                    leftOut.AddRange(piece.Members.Where(member => member.Reason is not null));
                    if (any)
                    {
                        // The file as a whole gave articles, so these do not change the exit code.
                        leftOut.ForEach(member => Lines.Write(new { path, member = member.Name, rejected = member.Reason, member.Detail }));
                        leftOut.Clear();
                    }
                }
            }

            return code;
        });
        return command;
    }

    private static IEnumerable<string> Expand(string path) => Directory.Exists(path) ? Files(path).Order(StringComparer.Ordinal) : [path];

    /// <summary>All files below a folder; a link to a folder is not followed, as it may lead back.</summary>
    private static FileSystemEnumerable<string> Files(string folder) =>
        new(folder, (ref FileSystemEntry entry) => entry.ToSpecifiedFullPath(), new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) == 0,
        };

    private static void Print(string path, Article article) => Lines.Write(new
    {
        path,
        article.Ordinal,
        article.Key,
        article.Title,
        article.PublishedAt,
        article.Authors,
        article.Agencies,
        article.Dateline,
        article.Language,
        article.Url,
        article.Source,
        article.Body,
        article.Quotes,
        article.Days,
        article.Origin,
        article.Warnings,
    });

    /// <summary>The same limits as a running parser has.</summary>
    private static ParserOptions OptionsOf(IConfiguration configuration)
    {
        var services = new ServiceCollection();
        services.AddOptions<ParserOptions>().Bind(configuration.GetSection("Ingest:Parser")).ValidateDataAnnotations();
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<ParserOptions>>().Value;
    }
}
