using System.Data.Common;
using Dapper;
using Ingest.Contracts;

namespace Ingest.Parser.Store;

/// <summary>Files that are settled in portions.</summary>
internal sealed partial class ParserStore
{
    /// <summary>Former articles stand below zero, a number of its own for each time that it comes to that.</summary>
    private const string MakeFormer =
        """
        UPDATE portions SET revision = (SELECT CASE WHEN MIN(p.revision) < 0 THEN MIN(p.revision) ELSE 0 END - 1 FROM portions p WHERE p.file_id = @FileId)
        WHERE file_id = @FileId AND revision = @Revision
        """;

    /// <summary>One portion of a revision; null when it is not settled by this version of the parser.</summary>
    public async Task<Portion?> PortionAsync(string fileId, long revision, string sha256, int number, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenAsync(cancellationToken);
        return await PortionAsync(connection, null, fileId, revision, sha256, number);
    }

    /// <summary>The last portion that is settled of a revision; null when there is none.</summary>
    public async Task<Portion?> LastPortionAsync(string fileId, long revision, string sha256, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenAsync(cancellationToken);
        return (await connection.QueryFirstOrDefaultAsync<PortionRow>(
            $"{PortionRow.Select} WHERE file_id = @fileId AND revision = @revision AND parser_version = @Version AND sha256 = @sha256 ORDER BY portion DESC LIMIT 1",
            new { fileId, revision, FileParser.Version, sha256 }))?.ToPortion();
    }

    /// <summary>
    /// Which of these articles an earlier portion of the revision has already: a file may name two items alike, thousands of items apart.
    /// </summary>
    public async Task<IReadOnlySet<string>> KeptBeforeAsync(
        string fileId, long revision, int ordinal, IReadOnlyList<string> articleIds, CancellationToken cancellationToken)
    {
        var candidates = (await ArticlesAsync(articleIds, cancellationToken))
            .Where(article => article.FileId == fileId && article.Revision == revision && article.Ordinal < ordinal).OrderBy(article => article.Ordinal).ToList();
        var kept = new HashSet<string>(StringComparer.Ordinal);
        if (candidates.Count == 0)
        {
            return kept;
        }

        await using var connection = await _database.OpenAsync(cancellationToken);
        var portion = default(Portion);
        foreach (var article in candidates)
        {
            // A file that is read again finds its articles of the reading before: only what a portion of this reading names is taken.
            if (portion is null || article.Ordinal >= portion.ArticlesSoFar)
            {
                portion = (await connection.QueryFirstOrDefaultAsync<PortionRow>(
                    $"{PortionRow.Select} WHERE file_id = @fileId AND revision = @revision AND parser_version = @Version AND articles_before <= @Ordinal ORDER BY portion DESC LIMIT 1",
                    new { fileId, revision, FileParser.Version, article.Ordinal }))?.ToPortion();
            }

            if (portion?.ArticleIds.Contains(article.ArticleId, StringComparer.Ordinal) == true)
            {
                kept.Add(article.ArticleId);
            }
        }

        return kept;
    }

    /// <summary>
    /// Keeps a portion and, with the last one, the file's result. Of a repeat, what was kept the first time is returned; null when a
    /// newer revision is kept.
    /// </summary>
    /// <param name="portion">The portion.</param>
    /// <param name="file">Whose it is, and when.</param>
    /// <param name="format">The container's, for the reason when nothing in it is an article.</param>
    /// <param name="articles">The portion's articles.</param>
    /// <param name="members">What became of its members.</param>
    /// <param name="cancellationToken">Ends it; nothing is kept then.</param>
    public async Task<SettledPortion?> SettlePortionAsync(
        Portion portion, FileResult file, string format, IReadOnlyList<Article> articles, IReadOnlyList<MemberOutcome> members, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenAsync(cancellationToken);
        await using var transaction = await _database.BeginWriteAsync(connection, cancellationToken);
        var earlier = (await LoadAsync(connection, transaction, [file.FileId])).GetValueOrDefault(file.FileId);
        if (earlier?.Revision > file.Revision)
        {
            return null;
        }

        if (await PortionAsync(connection, transaction, file.FileId, file.Revision, portion.Sha256, portion.Number) is { } kept)
        {
            return new SettledPortion(kept, kept.IsLast ? earlier : null);
        }

        await SaveArticlesAsync(connection, transaction, articles.ToDictionary(article => article.ArticleId, article => ((Article?)article, file)), cancellationToken);
        if (portion.Number == 1)
        {
            // A ledger that was lost counts anew: the same number may mean another content. Below zero those are former articles.
            await connection.ExecuteAsync(
                $"{MakeFormer} AND sha256 <> @Sha256", portion, transaction);
            await StoredMembers.ForgetAsync(connection, transaction, file.FileId);
        }

        await StoredMembers.AddAsync(connection, transaction, file.FileId, members, cancellationToken);
        await SaveAsync(connection, transaction, portion);
        var final = portion.IsLast ? await FinishAsync(connection, transaction, portion, file, format, earlier, cancellationToken) : null;
        await transaction.CommitAsync(cancellationToken);
        return new SettledPortion(portion, final);
    }

    /// <summary>
    /// Makes ready to read a container again that was read whole, if members of it were left out for limits that are others now: a
    /// person who retries it has raised them. Its articles stay where they are until the new result is whole.
    /// </summary>
    /// <returns>Whether it is to be read again.</returns>
    public async Task<bool> BeginAgainAsync(FileResult file, string limits, CancellationToken cancellationToken)
    {
        if (file.Limits == limits || file is { Portions: 0, MemberCount: 0 })
        {
            return false;
        }

        await using var connection = await _database.OpenAsync(cancellationToken);
        await using var transaction = await _database.BeginWriteAsync(connection, cancellationToken);
        if (!await StoredMembers.AnyChangeableAsync(connection, transaction, file.FileId))
        {
            return false;
        }

        await connection.ExecuteAsync(MakeFormer, file, transaction);
        await connection.ExecuteAsync("UPDATE files SET parser_version = 0 WHERE file_id = @FileId AND revision = @Revision", file, transaction);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static async Task<FileResult> FinishAsync(
        DbConnection connection, DbTransaction transaction, Portion last, FileResult file, string format, FileResult? earlier, CancellationToken cancellationToken)
    {
        var former = FileResult.Former(earlier, await FormerIdsAsync(connection, transaction, file.FileId, file.Revision, FileParser.Version));
        // The identifiers of a large file are many: they are read only where something may have to go.
        var retracted = former.Count == 0 ? [] : FileResult.Retracted(former, await IdsAsync(connection, transaction, file.FileId, file.Revision));
        var final = (last.ArticlesSoFar == 0 ? file.Rejected(await StoredMembers.RejectionAsync(connection, transaction, file.FileId, format, cancellationToken)) : file) with
        {
            Portions = last.Number,
            ArticleCount = last.ArticlesSoFar,
            WarningCount = last.WarningCount,
            RetractedIds = retracted,
        };
        await connection.ExecuteAsync(
            "DELETE FROM portions WHERE file_id = @FileId AND NOT (revision = @Revision AND parser_version = @Version)",
            new { file.FileId, file.Revision, FileParser.Version },
            transaction);
        await SaveArticlesAsync(connection, transaction, retracted.ToDictionary(id => id, _ => ((Article?)null, final)), cancellationToken);
        await SaveFilesAsync(connection, transaction, [final], cancellationToken);
        await ForgetDeathsAsync(connection, transaction, [file.FileId]);
        return final;
    }

    private static async Task<Portion?> PortionAsync(DbConnection connection, DbTransaction? transaction, string fileId, long revision, string sha256, int number) =>
        (await connection.QuerySingleOrDefaultAsync<PortionRow>(
            $"{PortionRow.Select} WHERE file_id = @fileId AND revision = @revision AND parser_version = @Version AND portion = @number AND sha256 = @sha256",
            new { fileId, revision, FileParser.Version, number, sha256 },
            transaction))?.ToPortion();

    private static Task<int> SaveAsync(DbConnection connection, DbTransaction transaction, Portion portion) =>
        connection.ExecuteAsync(
            """
            INSERT INTO portions (file_id, revision, parser_version, portion, sha256, pieces, articles_before, article_ids, warning_count, is_last, part, in_member)
            VALUES (@FileId, @Revision, @ParserVersion, @Number, @Sha256, @Pieces, @ArticlesBefore, @ids, @WarningCount, @last, @Part, @InMember)
            """,
            new
            {
                portion.FileId, portion.Revision, portion.ParserVersion, portion.Number, portion.Sha256, portion.Next.Pieces, portion.Next.Part, portion.InMember, portion.ArticlesBefore,
                ids = FileRow.Join(portion.ArticleIds), portion.WarningCount, last = portion.IsLast ? 1 : 0,
            },
            transaction);

    /// <summary>The articles of a revision's portions, in the file's order.</summary>
    private static async Task<IEnumerable<string>> IdsAsync(DbConnection connection, DbTransaction transaction, string fileId, long revision) =>
        (await connection.QueryAsync<string>(
            "SELECT article_ids FROM portions WHERE file_id = @fileId AND revision = @revision AND parser_version = @Version ORDER BY portion",
            new { fileId, revision, FileParser.Version },
            transaction)).SelectMany(FileRow.Split);

    /// <summary>The articles of all portions of a file but those of one revision and version.</summary>
    private static async Task<List<string>> FormerIdsAsync(DbConnection connection, DbTransaction transaction, string fileId, long revision, int version) =>
        (await connection.QueryAsync<string>(
            "SELECT article_ids FROM portions WHERE file_id = @fileId AND NOT (revision = @revision AND parser_version = @version)",
            new { fileId, revision, version },
            transaction)).SelectMany(FileRow.Split).ToList();
}

/// <summary>A portion as it is kept.</summary>
/// <param name="Portion">The portion.</param>
/// <param name="Final">With the last one: the file's result.</param>
internal sealed record SettledPortion(Portion Portion, FileResult? Final);
