using Ingest.Contracts;
using Ingest.Parser.Containers;
using Ingest.Parser.Discovery;
using Ingest.Parser.Store;

namespace Ingest.Parser.Portions;

/// <summary>
/// Takes a container, or a very long file, forward by one portion: what the Watcher has confirmed is left alone, what is kept
/// beyond that is published again, and only when nothing is kept beyond is the next portion read.
/// </summary>
internal sealed class PortionProcessor(ParserStore store, PortionReader reader)
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

    /// <summary>Reads the next portion and keeps it.</summary>
    /// <param name="file">Its result so far: whose it is, and when.</param>
    /// <param name="content">The same file as the parser takes it; without bytes.</param>
    /// <param name="source">The file's pieces.</param>
    /// <param name="isUnchanged">Asked at the end: whether the file still is what it was.</param>
    /// <param name="elapsed">The time it took up to now.</param>
    /// <param name="cancellationToken">Ends it; nothing is kept then.</param>
    public async Task<ProcessedFile> NextAsync(
        FileResult file, FileContent content, IPieceSource source, Func<bool> isUnchanged, Func<TimeSpan> elapsed, CancellationToken cancellationToken)
    {
        var last = await store.LastPortionAsync(file.FileId, file.Revision, file.Sha256!, cancellationToken);
        var before = last?.ArticlesSoFar ?? 0;
        var read = reader.Read(content, source, last?.Pieces ?? 0, before, cancellationToken);
        if (!isUnchanged())
        {
            return new ProcessedFile.Superseded();
        }

        var taken = last is null
            ? new HashSet<string>()
            : await store.KeptBeforeAsync(file.FileId, file.Revision, before, [.. read.Articles.Select(article => article.ArticleId)], cancellationToken);
        var articles = RepeatedKeys.Resolve(read.Articles, taken);
        return last is null && read.IsLast
            ? await WholeAsync(file, source.Format, articles, read.Members, elapsed, cancellationToken)
            : await PortionAsync(file, source.Format, last, read, articles, elapsed, cancellationToken);
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
            Pieces = (last?.Pieces ?? 0) + content.Pieces,
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
