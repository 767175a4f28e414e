using System.CommandLine;
using Ingest.CommandLine.Output;
using Ingest.Queries;

namespace Ingest.CommandLine.Commands;

/// <summary><c>ingest files</c>: the ledger.</summary>
public static class FilesCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var state = new Option<string?>("--state") { Description = "inFlight, indexed, rejected, failed or removed." };
        state.AcceptOnlyFromAmong([.. FileStates.All]);
        var reason = new Option<string?>("--reason") { Description = "Only files with this reason." };
        var path = new Option<string?>("--path") { Description = "Only files whose path contains this." };
        var (data, json) = (SharedOptions.Data(), SharedOptions.Json());
        var command = new Command("files", "Lists every file with its state and reason.") { state, reason, path, data, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var scope = QueryScope.Open(parsed, data);
            var filter = new FileFilter
            {
                State = parsed.GetValue(state), Reason = parsed.GetValue(reason), Path = parsed.GetValue(path), Limit = 1000,
            };
            await foreach (var file in AllAsync(scope.Files, filter, cancellationToken))
            {
                Print(file, parsed.GetValue(json));
            }

            if (!parsed.GetValue(json))
            {
                var summary = await scope.Files.SummariseAsync(new SummaryRequest(), cancellationToken);
                Console.WriteLine(Summary.Sentence(summary));
            }

            return Invocation.Success;
        });
        return command;
    }

    /// <summary>Every file that matches, page by page.</summary>
    internal static async IAsyncEnumerable<FileEntry> AllAsync(
        IFileQueries files, FileFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var next = filter; next is not null;)
        {
            var page = await files.FindAsync(next, cancellationToken);
            foreach (var file in page.Files)
            {
                yield return file;
            }

            next = page.Next is null ? null : next with { After = page.Next };
        }
    }

    private static void Print(FileEntry file, bool json)
    {
        if (json)
        {
            Lines.Write(file);
            return;
        }

        var why = file.Reason is null ? "" : $"  {file.Reason}: {file.Detail}";
        Console.WriteLine($"{file.State,-9} {file.ArticleCount ?? 0,5}  {Printable.Path(file.Path)}{why}");
    }
}
