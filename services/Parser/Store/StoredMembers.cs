using System.Data.Common;
using Dapper;
using Ingest.Storage;

namespace Ingest.Parser.Store;

/// <summary>What became of the members of containers, beside the container's own result.</summary>
internal static class StoredMembers
{
    /// <summary>Forgets the members of an earlier revision.</summary>
    public static Task ForgetAsync(DbConnection connection, DbTransaction transaction, string fileId) =>
        connection.ExecuteAsync("DELETE FROM members WHERE file_id = @fileId", new { fileId }, transaction);

    /// <summary>Adds members behind those that are kept.</summary>
    public static async Task AddAsync(
        DbConnection connection, DbTransaction transaction, string fileId, IReadOnlyList<MemberOutcome> members, CancellationToken cancellationToken)
    {
        if (members.Count == 0)
        {
            return;
        }

        var number = await connection.ExecuteScalarAsync<long?>("SELECT MAX(number) FROM members WHERE file_id = @fileId", new { fileId }, transaction) ?? 0;
        await using var save = new RepeatedStatement(
            connection,
            transaction,
            "INSERT INTO members (file_id, number, name, article_count, reason, detail) VALUES (@file, @number, @name, @articles, @reason, @detail)",
            "@file", "@number", "@name", "@articles", "@reason", "@detail");
        foreach (var member in members)
        {
            await save.ExecuteAsync(cancellationToken, fileId, ++number, member.Name, (long)member.Articles, member.Reason, member.Detail);
        }
    }

    /// <summary>How many members ended with each reason, the most frequent first, with one detail of each.</summary>
    public static async Task<IReadOnlyList<(string Reason, string Detail, long Count)>> ReasonsAsync(DbConnection connection, DbTransaction transaction, string fileId) =>
        (await connection.QueryAsync<(string, string, long)>(
            """
            SELECT reason, MIN(detail), COUNT(*) FROM members WHERE file_id = @fileId AND reason IS NOT NULL
            GROUP BY reason ORDER BY COUNT(*) DESC, reason
            """,
            new { fileId },
            transaction)).AsList();
}
