using Ingest.Contracts;
using Ingest.Parser.Containers;
using Ingest.Parser.Discovery;
using Ingest.Parser.Store;

namespace Ingest.Parser.Portions;

/// <summary>
/// Takes a container, or a very long file, forward by one portion: what the Watcher has confirmed is left alone, what is kept
/// beyond that is published again, and only when nothing is kept beyond is the next portion read.
/// </summary>
internal sealed class PortionProcessor(ParserStore store, PortionReader reader, WaitingFiles waiting)
{
    /// <summary>The portion that is due, if it is kept already; null when it has to be read.</summary>
    /// <param name="file">The announcement.</param>
    /// <param name="final">The file's result when its last portion is kept.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<ProcessedFile?> AgainAsync(FileDiscovered file, FileResult? final, CancellationToken cancellationToken)
    {
        var due = final is null ? file.PortionsSettled + 1 : Math.Min(file.PortionsSettled + 1, final.Portions);
        return await store.PortionAsync(file.FileId, file.Revision, file.Sha256, due, cancellationToken) is { } portion
            ? new ProcessedFile.Portion(portion, await store.ArticlesAsync(portion.ArticleIds, cancellationToken), portion.IsLast ? final : null, TimeSpan.Zero)
            : null;
    }

    /// <summary>The file as it was left open behind the portions that are kept; null when it is to be opened anew.</summary>
    /// <param name="file">The announcement.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<OpenedFile?> WaitingAsync(FileDiscovered file, CancellationToken cancellationToken) =>
        file.PortionsSettled > 0 && await store.LastPortionAsync(file.FileId, file.Revision, file.Sha256, cancellationToken) is { } last
            ? waiting.Take(KeyOf(file), last.Next)
            : null;

    /// <summary>Opens a file where its last portion ended.</summary>
    /// <param name="file">The announcement.</param>
    /// <param name="content">What the pieces stand in; the result's to close.</param>
    /// <param name="source">The file's pieces; the result's to close.</param>
    /// <param name="isUnchanged">Whether the file still is what was announced.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<OpenedFile> OpenAsync(
        FileDiscovered file, IDisposable content, IPieceSource source, Func<bool> isUnchanged, CancellationToken cancellationToken) =>
        new(content, source, isUnchanged, await store.LastPortionAsync(file.FileId, file.Revision, file.Sha256, cancellationToken));

    /// <summary>Reads the next portion and keeps it; then closes the file, or lets it wait for the next one.</summary>
    /// <param name="file">Its result so far: whose it is, and when.</param>
    /// <param name="content">The same file as the parser takes it; without bytes.</param>
    /// <param name="opened">The file.</param>
    /// <param name="elapsed">The time it took up to now.</param>
    /// <param name="cancellationToken">Ends it; nothing is kept then.</param>
    public async Task<ProcessedFile> NextAsync(FileResult file, FileContent content, OpenedFile opened, Func<TimeSpan> elapsed, CancellationToken cancellationToken)
    {
        var waits = false;
        try
        {
            var last = opened.Last;
            var read = reader.Read(content, opened, cancellationToken);
            if (!opened.IsUnchanged())
            {
                return new ProcessedFile.Superseded();
            }

            var articles = await WithOwnKeysAsync(file, last, read.Articles, cancellationToken);
            if (last is null && read.IsLast)
            {
                return await WholeAsync(file, opened.Format, articles, read.Members, elapsed, cancellationToken);
            }

            var processed = await PortionAsync(file, opened.Format, last, read, articles, elapsed, cancellationToken);
            if (processed is ProcessedFile.Portion { Kept: { IsLast: false } kept } && kept.Next == opened.Position)
            {
                opened.Last = kept;
                waiting.Wait(new FileKey(file.FileId, file.Revision, file.Sha256!), opened);
                waits = true;
            }

            return processed;
        }
        finally
        {
            if (!waits)
            {
                opened.Dispose();
            }
        }
    }

    /// <summary>Closes a file that is gone.</summary>
    public void Forget(string fileId) => waiting.Forget(fileId);

    private static FileKey KeyOf(FileDiscovered file) => new(file.FileId, file.Revision, file.Sha256);

    private async Task<IReadOnlyList<Article>> WithOwnKeysAsync(FileResult file, Portion? last, IReadOnlyList<Article> articles, CancellationToken cancellationToken)
    {
        var taken = last is null
            ? new HashSet<string>()
            : await store.KeptBeforeAsync(file.FileId, file.Revision, last.ArticlesSoFar, [.. articles.Select(article => article.ArticleId)], cancellationToken);
        return RepeatedKeys.Resolve(articles, taken);
    }

    private async Task<ProcessedFile> WholeAsync(
        FileResult file, string format, IReadOnlyList<Article> articles, IReadOnlyList<MemberOutcome> members, Func<TimeSpan> elapsed, CancellationToken cancellationToken)
    {
        var result = articles.Count == 0 ? file.Rejected(MemberTally.Rejection(format, members)) : file with { ArticleIds = [.. articles.Select(article => article.ArticleId)] };
        result = result with { MemberCount = members.Count, WarningCount = articles.Count(article => article.Warnings.Count > 0) };
        return await store.SettleAsync(result, articles, cancellationToken, members) is { } kept
            ? new ProcessedFile.Settled(kept, articles, elapsed())
            : new ProcessedFile.Outdated();
    }

    private async Task<ProcessedFile> PortionAsync(
        FileResult file, string format, Portion? last, PortionContent content, IReadOnlyList<Article> articles, Func<TimeSpan> elapsed, CancellationToken cancellationToken)
    {
        var portion = new Portion
        {
            FileId = file.FileId,
            Revision = file.Revision,
            Sha256 = file.Sha256!,
            ParserVersion = file.ParserVersion,
            Number = (last?.Number ?? 0) + 1,
            Next = content.Next,
            InMember = content.InMember,
            ArticlesBefore = last?.ArticlesSoFar ?? 0,
            ArticleIds = [.. articles.Select(article => article.ArticleId)],
            WarningCount = (last?.WarningCount ?? 0) + articles.Count(article => article.Warnings.Count > 0),
            IsLast = content.IsLast,
        };
        if (await store.SettlePortionAsync(portion, file, format, articles, content.Members, cancellationToken) is not { } kept)
        {
            return new ProcessedFile.Outdated();
        }

        // Another worker was first: what it kept may end elsewhere.
        var published = ReferenceEquals(kept.Portion, portion) ? articles : await store.ArticlesAsync(kept.Portion.ArticleIds, cancellationToken);
        return new ProcessedFile.Portion(kept.Portion, published, kept.Final, elapsed());
    }
}
