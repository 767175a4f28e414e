using System.Diagnostics.CodeAnalysis;
using Ingest.Contracts;
using Ingest.Parser.Portions;
using Ingest.Parser.Quarantine;
using Ingest.Parser.Reading;
using Ingest.Parser.Store;

namespace Ingest.Parser.Discovery;

/// <summary>
/// Takes a file from its announcement to a result that is kept. What is kept already is given again without reading; one
/// revision gives the same result however often and wherever it is announced.
/// </summary>
internal sealed class FileProcessor(
    ParserStore store,
    WatchedFiles files,
    ParseSlots slots,
    DeadJournals deadJournals,
    FileParser parser,
    PortionProcessor portions,
    ParserOptions options,
    TimeProvider time)
{
    private readonly string _limits = LimitsMark.Of(options);

    /// <param name="file">The announcement.</param>
    /// <param name="repeated">Whether it was delivered before: then a process may have died of it.</param>
    /// <param name="cancellationToken">Ends it; nothing is kept then.</param>
    public async Task<ProcessedFile> ProcessAsync(FileDiscovered file, bool repeated, CancellationToken cancellationToken)
    {
        if (repeated)
        {
            await deadJournals.CountIfDueAsync(cancellationToken);
        }

        var known = await store.FindAsync(file.FileId, cancellationToken);
        if (known.Newest is { } result)
        {
            if (result.Revision > file.Revision)
            {
                return new ProcessedFile.Outdated();
            }

            // Portions are given again whatever became of them: they are read again only for other limits, from the first one on.
            var isKept = result.IsFinalFor(file.Revision, file.Sha256) || (result.Portions > 0 && result.IsMadeOf(file.Revision, file.Sha256));
            if (isKept && !(file.PortionsSettled == 0 && await store.BeginAgainAsync(result, _limits, cancellationToken)))
            {
                return result.Portions == 0
                    ? await AgainAsync(result, cancellationToken)
                    : await portions.AgainAsync(file, result, cancellationToken) ?? new ProcessedFile.Outdated();
            }
        }

        // A portion can be kept only of a file that was announced before.
        if ((repeated || file.PortionsSettled > 0) && await portions.AgainAsync(file, null, cancellationToken) is { } portion)
        {
            return portion;
        }

        return known.DeathsOf(file.Revision) is var deaths && deaths >= options.MaxDeaths
            ? new ProcessedFile.Quarantined(deaths)
            : await ParseAsync(file, known.Newest, cancellationToken);
    }

    /// <summary>Withdraws a file and all articles it ever had.</summary>
    public async Task<ProcessedFile> RemoveAsync(FileRemoved file, CancellationToken cancellationToken)
    {
        var removal = new FileResult
        {
            FileId = file.FileId,
            Watch = file.Watch,
            Path = file.Path,
            Revision = file.Revision,
            ParserVersion = FileParser.Version,
            Outcome = FileOutcomes.Removed,
            DiscoveredAt = file.RemovedAt.Rounded(),
            SettledAt = time.GetUtcNow().Rounded(),
        };
        portions.Forget(file.FileId);
        if (await store.RemovePortionAsync(removal, file.PortionsSettled, cancellationToken) is { } portion)
        {
            return new ProcessedFile.Removal(removal, portion);
        }

        return await store.SettleAsync(removal, [], cancellationToken) is { } kept
            ? new ProcessedFile.Settled(kept, [], TimeSpan.Zero)
            : new ProcessedFile.Outdated();
    }

    /// <summary>After its quarantine was reported: when a person retries, the file gets new tries.</summary>
    public Task ReleaseAsync(string fileId, CancellationToken cancellationToken) => store.ForgetDeathsAsync(fileId, cancellationToken);

    private async Task<ProcessedFile> AgainAsync(FileResult result, CancellationToken cancellationToken) =>
        new ProcessedFile.Settled(result, await store.ArticlesAsync(result.ArticleIds, cancellationToken), TimeSpan.Zero);

    private async Task<ProcessedFile> ParseAsync(FileDiscovered file, FileResult? earlier, CancellationToken cancellationToken)
    {
        ParseOutcome? outcome;
        TimeSpan duration;
        using (await slots.EnterAsync(file.FileId, file.Revision, cancellationToken))
        {
            var start = time.GetTimestamp();
            var opened = await portions.WaitingAsync(file, cancellationToken);
            var reading = opened is null ? files.Read(file) : null;
            try
            {
                if ((opened ?? await OpenAsync(file, reading!, cancellationToken)) is { } inPieces)
                {
                    reading = null;
                    return await InPortionsAsync(file, earlier, inPieces, () => time.GetElapsedTime(start), cancellationToken);
                }

                outcome = Outcome(file, reading!, cancellationToken);
            }
            finally
            {
                (reading as IDisposable)?.Dispose();
            }

            duration = time.GetElapsedTime(start);
        }

        if (IsLostSince(outcome, file, earlier))
        {
            return await AgainAsync(earlier, cancellationToken);
        }

        if (outcome is null)
        {
            return new ProcessedFile.Superseded();
        }

        var articles = (outcome as ParseOutcome.Parsed)?.Articles ?? [];
        return await store.SettleAsync(Result(file, outcome, articles), articles, cancellationToken) is { } kept
            ? new ProcessedFile.Settled(kept, articles, duration)
            : new ProcessedFile.Outdated();
    }

    /// <summary>The file in pieces; null when it is read as a whole, or cannot be.</summary>
    private async Task<OpenedFile?> OpenAsync(FileDiscovered file, FileReading reading, CancellationToken cancellationToken)
    {
        var (stream, isUnchanged) = reading switch
        {
            FileReading.Content content => (content.Stream(), () => true),
            FileReading.Large large when file.Size <= options.MaxContainerBytes => (large.Stream, large.IsUnchanged),
            _ => default((Stream, Func<bool>)),
        };
        return stream is not null && FilePieces.Open(stream, WithoutBytes(file), options, new Deadline(options.MaxParseTime, time, cancellationToken)) is { } pieces
            ? await portions.OpenAsync(file, (IDisposable)reading, pieces, isUnchanged, cancellationToken)
            : null;
    }

    private async Task<ProcessedFile> InPortionsAsync(
        FileDiscovered file, FileResult? earlier, OpenedFile opened, Func<TimeSpan> elapsed, CancellationToken cancellationToken)
    {
        if (!opened.IsUnchanged())
        {
            opened.Dispose();
            return IsLostSince(null, file, earlier) ? await AgainAsync(earlier, cancellationToken) : new ProcessedFile.Superseded();
        }

        var result = Result(file, new ParseOutcome.Parsed([]), []) with { Limits = _limits };
        return await portions.NextAsync(result, WithoutBytes(file), opened, elapsed, cancellationToken);
    }

    /// <summary>The file without its bytes.</summary>
    private FileContent WithoutBytes(FileDiscovered file) =>
        new(file.FileId, file.Revision, file.Watch, file.Path, default) { Beside = (name, most) => files.ReadBeside(file, name, most) };

    /// <summary>Parsed before by another version, and moved away or locked since: those articles are better than none.</summary>
    private static bool IsLostSince(ParseOutcome? outcome, FileDiscovered file, [NotNullWhen(true)] FileResult? earlier) =>
        outcome is null or ParseOutcome.Rejected { Reason: RejectionReasons.Unreadable } &&
        earlier is { Outcome: FileOutcomes.Parsed, Portions: 0 } && earlier.IsOf(file.Revision, file.Sha256);

    /// <summary>The outcome of a file that is no container; null when it is no longer what was announced.</summary>
    private ParseOutcome? Outcome(FileDiscovered file, FileReading reading, CancellationToken cancellationToken) => reading switch
    {
        FileReading.Content content => parser.ParseContent(WithoutBytes(file) with { Bytes = content.Bytes }, cancellationToken),
        FileReading.Large when file.Size > options.MaxContainerBytes => FileParser.TooLarge(file.Size, options.MaxContainerBytes, "MaxContainerBytes"),
        FileReading.Large => FileParser.TooLarge(file.Size, options.MaxFileBytes),
        FileReading.Unreadable unreadable => new ParseOutcome.Rejected(RejectionReasons.Unreadable, unreadable.Detail),
        _ => null,
    };

    private FileResult Result(FileDiscovered file, ParseOutcome outcome, IReadOnlyList<Article> articles) => new()
    {
        FileId = file.FileId,
        Watch = file.Watch,
        Path = file.Path,
        Revision = file.Revision,
        Sha256 = file.Sha256,
        ParserVersion = FileParser.Version,
        Outcome = outcome is ParseOutcome.Parsed ? FileOutcomes.Parsed : FileOutcomes.Rejected,
        Reason = (outcome as ParseOutcome.Rejected)?.Reason,
        Detail = (outcome as ParseOutcome.Rejected)?.Detail,
        ArticleIds = [.. articles.Select(article => article.ArticleId)],
        WarningCount = articles.Count(article => article.Warnings.Count > 0),
        DiscoveredAt = file.DiscoveredAt.Rounded(),
        SettledAt = time.GetUtcNow().Rounded(),
    };
}
