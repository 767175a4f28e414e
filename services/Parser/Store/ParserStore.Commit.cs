using System.Data.Common;
using Dapper;
using Ingest.Contracts;
using Ingest.Storage;

namespace Ingest.Parser.Store;

/// <summary>What is written: a batch in one transaction, a handful of statements however many files.</summary>
internal sealed partial class ParserStore
{
    private async Task<IReadOnlyList<FileResult?>> ApplyAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenAsync(cancellationToken);
        await using var transaction = await _database.BeginWriteAsync(connection, cancellationToken);
        var results = await SettleAsync(connection, transaction, changes, cancellationToken);
        await CountDeathsAsync(connection, transaction, changes);
        await transaction.CommitAsync(cancellationToken);
        return results;
    }

    private static async Task<FileResult?[]> SettleAsync(
        DbConnection connection, DbTransaction transaction, IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        var results = new FileResult?[changes.Count];
        var kept = await LoadAsync(connection, transaction, changes.OfType<Change.Settle>().Select(change => change.File.FileId));
        var portioned = await PortionedAsync(connection, transaction, changes.OfType<Change.Settle>().Select(change => change.File.FileId));
        // A batch may hold two revisions of one file: the later change decides what is written of it.
        var files = new Dictionary<string, FileResult>(changes.Count, StringComparer.Ordinal);
        var articles = new Dictionary<string, (Article? Article, FileResult File)>(changes.Count, StringComparer.Ordinal);
        for (var i = 0; i < changes.Count; i++)
        {
            if (changes[i] is not Change.Settle { File: var file } settle)
            {
                continue;
            }

            var earlier = kept.GetValueOrDefault(file.FileId);
            if (earlier?.Revision > file.Revision)
            {
                continue;
            }

            if (earlier is not null && earlier.Outcome == file.Outcome && earlier.IsFinalFor(file.Revision, file.Sha256))
            {
                results[i] = earlier;
                continue;
            }

            results[i] = kept[file.FileId] = files[file.FileId] = file = file.After(earlier, portioned.GetValueOrDefault(file.FileId, []));
            foreach (var id in file.RetractedIds)
            {
                articles[id] = (null, file);
            }

            foreach (var article in settle.Articles)
            {
                articles[article.ArticleId] = (article, file);
            }

            if (settle.Members.Count > 0 || earlier is { MemberCount: > 0 } or { Portions: > 0 })
            {
                await StoredMembers.ForgetAsync(connection, transaction, file.FileId);
                await StoredMembers.AddAsync(connection, transaction, file.FileId, settle.Members, cancellationToken);
            }
        }

        foreach (var ids in IdLists.Chunks(files.Keys.Where(portioned.ContainsKey)))
        {
            await connection.ExecuteAsync("DELETE FROM portions WHERE file_id IN @ids", new { ids }, transaction);
        }

        await SaveFilesAsync(connection, transaction, files.Values, cancellationToken);
        await SaveArticlesAsync(connection, transaction, articles, cancellationToken);
        return results;
    }

    private static async Task SaveFilesAsync(
        DbConnection connection, DbTransaction transaction, IReadOnlyCollection<FileResult> files, CancellationToken cancellationToken)
    {
        await using var save = new RepeatedStatement(
            connection,
            transaction,
            """
            INSERT INTO files (file_id, watch, path, revision, sha256, parser_version, outcome, reason, detail, article_count,
                retracted_count, warning_count, article_ids, retracted_ids, discovered_at, settled_at, portions, member_count, limits)
            VALUES (@file, @watch, @path, @revision, @sha256, @version, @outcome, @reason, @detail, @articles,
                @retractions, @warnings, @articleIds, @retractedIds, @discovered, @settled, @portions, @members, @limits)
            ON CONFLICT (file_id) DO UPDATE SET watch = excluded.watch, path = excluded.path, revision = excluded.revision,
                sha256 = excluded.sha256, parser_version = excluded.parser_version, outcome = excluded.outcome,
                reason = excluded.reason, detail = excluded.detail, article_count = excluded.article_count,
                retracted_count = excluded.retracted_count, warning_count = excluded.warning_count,
                article_ids = excluded.article_ids, retracted_ids = excluded.retracted_ids,
                discovered_at = excluded.discovered_at, settled_at = excluded.settled_at,
                portions = excluded.portions, member_count = excluded.member_count, limits = excluded.limits
            """,
            "@file", "@watch", "@path", "@revision", "@sha256", "@version", "@outcome", "@reason", "@detail", "@articles",
            "@retractions", "@warnings", "@articleIds", "@retractedIds", "@discovered", "@settled", "@portions", "@members", "@limits");
        foreach (var file in files)
        {
            await save.ExecuteAsync(
                cancellationToken,
                file.FileId, file.Watch, file.Path, file.Revision, file.Sha256, (long)file.ParserVersion, file.Outcome, file.Reason, file.Detail,
                (long)file.ArticleCount, (long)file.RetractedIds.Count, (long)file.WarningCount, FileRow.Join(file.ArticleIds),
                FileRow.Join(file.RetractedIds), file.DiscoveredAt.ToMicroseconds(), file.SettledAt.ToMicroseconds(),
                (long)file.Portions, (long)file.MemberCount, file.Limits);
        }
    }

    private static async Task SaveArticlesAsync(
        DbConnection connection, DbTransaction transaction, Dictionary<string, (Article? Article, FileResult File)> articles,
        CancellationToken cancellationToken)
    {
        foreach (var ids in IdLists.Chunks(articles.Where(pair => pair.Value.Article is null).Select(pair => pair.Key)))
        {
            await connection.ExecuteAsync("DELETE FROM articles WHERE article_id IN @ids", new { ids }, transaction);
        }

        await using var save = new RepeatedStatement(
            connection,
            transaction,
            """
            INSERT INTO articles (article_id, file_id, discovered_at, content) VALUES (@article, @file, @discovered, @content)
            ON CONFLICT (article_id) DO UPDATE SET file_id = excluded.file_id, discovered_at = excluded.discovered_at, content = excluded.content
            """,
            "@article", "@file", "@discovered", "@content");
        foreach (var (article, file) in articles.Values)
        {
            if (article is not null)
            {
                await save.ExecuteAsync(
                    cancellationToken, article.ArticleId, file.FileId, file.DiscoveredAt.ToMicroseconds(), ArticleJson.Write(article));
            }
        }

        await StoredSources.CountAsync(connection, transaction, articles.Values, cancellationToken);
    }

    private static async Task CountDeathsAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<Change> changes)
    {
        // Whoever reached a result has outlived the file.
        var deaths = await DeathsAsync(connection, transaction);
        var outlived = deaths.Count == 0 ? [] : changes.Select(change => change switch
        {
            Change.Settle settle => settle.File.FileId,
            Change.ForgetDeaths forget => forget.FileId,
            _ => null,
        }).OfType<string>().Where(deaths.ContainsKey);
        await ForgetDeathsAsync(connection, transaction, outlived);

        foreach (var death in changes.OfType<Change.CountDeath>())
        {
            await connection.ExecuteAsync(
                """
                INSERT INTO deaths (file_id, revision, deaths, journal) VALUES (@FileId, @Revision, 1, @Journal)
                ON CONFLICT (file_id) DO UPDATE SET revision = excluded.revision, journal = excluded.journal,
                    deaths = CASE WHEN deaths.revision = excluded.revision THEN deaths.deaths + 1 ELSE 1 END
                WHERE excluded.revision >= deaths.revision AND excluded.journal <> deaths.journal
                """,
                death,
                transaction);
        }
    }

    private static async Task ForgetDeathsAsync(DbConnection connection, DbTransaction transaction, IEnumerable<string> fileIds)
    {
        foreach (var ids in IdLists.Chunks(fileIds))
        {
            await connection.ExecuteAsync("DELETE FROM deaths WHERE file_id IN @ids", new { ids }, transaction);
        }
    }

    /// <summary>Articles in portions of these files. The table is nearly always empty, so one look comes first.</summary>
    private static async Task<Dictionary<string, List<string>>> PortionedAsync(DbConnection connection, DbTransaction transaction, IEnumerable<string> fileIds)
    {
        var found = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        if (await connection.ExecuteScalarAsync<long?>("SELECT 1 FROM portions LIMIT 1", transaction: transaction) is null)
        {
            return found;
        }

        foreach (var ids in IdLists.Chunks(fileIds.Distinct()))
        {
            foreach (var (file, articles) in await connection.QueryAsync<(string, string)>(
                "SELECT file_id, article_ids FROM portions WHERE file_id IN @ids", new { ids }, transaction))
            {
                (found.TryGetValue(file, out var list) ? list : found[file] = []).AddRange(FileRow.Split(articles));
            }
        }

        return found;
    }
}
