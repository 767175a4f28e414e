using System.Data.Common;
using Dapper;
using Ingest.Storage;

namespace Ingest.Parser.Store;

/// <summary>Files of many portions that are gone: their articles are withdrawn by portions as well.</summary>
internal sealed partial class ParserStore
{
    /// <summary>
    /// Withdraws the next portion of a removed file: its row names what is retracted, <see cref="Portion.ArticlesBefore"/> how many
    /// were before. Rows go once the ledger has seen them settled, but for the last one.
    /// </summary>
    /// <param name="removal">The removal.</param>
    /// <param name="settled">Portions of which the ledger has said so.</param>
    /// <param name="cancellationToken">Ends it; nothing is changed then.</param>
    /// <returns>Null when the file is not removed in portions.</returns>
    public async Task<Portion?> RemovePortionAsync(FileResult removal, int settled, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenAsync(cancellationToken);
        await using var transaction = await _database.BeginWriteAsync(connection, cancellationToken);
        var earlier = (await LoadAsync(connection, transaction, [removal.FileId])).GetValueOrDefault(removal.FileId);
        if (earlier?.Revision > removal.Revision ||
            (!(earlier?.Revision == removal.Revision && earlier.Outcome == FileOutcomes.Removed) && !await BeginRemovalAsync(connection, transaction, removal, earlier, cancellationToken)))
        {
            return null;
        }

        await connection.ExecuteAsync(
            "DELETE FROM portions WHERE file_id = @FileId AND revision = @Revision AND portion <= @settled AND is_last = 0",
            new { removal.FileId, removal.Revision, settled },
            transaction);
        var row = await connection.QueryFirstOrDefaultAsync<PortionRow>(
            $"{PortionRow.Select} WHERE file_id = @FileId AND revision = @Revision AND portion > @settled ORDER BY portion LIMIT 1",
            new { removal.FileId, removal.Revision, settled },
            transaction);
        if (row is not null)
        {
            foreach (var ids in IdLists.Chunks(FileRow.Split(row.ArticleIds)))
            {
                await connection.ExecuteAsync("DELETE FROM articles WHERE article_id IN @ids", new { ids }, transaction);
            }
        }

        await transaction.CommitAsync(cancellationToken);
        return row?.ToPortion();
    }

    /// <summary>Makes the file's portions those of its removal; false when it has none, or articles of other revisions beside them.</summary>
    private static async Task<bool> BeginRemovalAsync(
        DbConnection connection, DbTransaction transaction, FileResult removal, FileResult? earlier, CancellationToken cancellationToken)
    {
        var readings = (await connection.QueryAsync<(long Revision, long Version)>(
            "SELECT DISTINCT revision, parser_version FROM portions WHERE file_id = @FileId", removal, transaction)).AsList();
        if (readings is not [var only] || earlier is { ArticleIds.Count: > 0 } or { RetractedIds.Count: > 0 })
        {
            return false;
        }

        await connection.ExecuteAsync(
            """
            UPDATE portions SET revision = @Revision, parser_version = @ParserVersion, sha256 = '',
                is_last = CASE WHEN portion = (SELECT MAX(p.portion) FROM portions p WHERE p.file_id = @FileId) THEN 1 ELSE 0 END
            WHERE file_id = @FileId
            """,
            removal,
            transaction);
        await StoredMembers.ForgetAsync(connection, transaction, removal.FileId);
        await SaveFilesAsync(connection, transaction, [removal], cancellationToken);
        await ForgetDeathsAsync(connection, transaction, [removal.FileId]);
        return true;
    }
}
