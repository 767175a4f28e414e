using System.Data.Common;
using Dapper;
using Ingest.Parser.Containers;
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
            if (member.Continues && number > 0 && await JoinAsync(connection, transaction, fileId, number, member))
            {
                continue;
            }

            await save.ExecuteAsync(cancellationToken, fileId, ++number, member.Name, (long)member.Articles, member.Reason, member.Detail);
        }
    }

    /// <summary>Whether any member was left out for what another limit may take away.</summary>
    public static async Task<bool> AnyChangeableAsync(DbConnection connection, DbTransaction? transaction, string fileId) =>
        await connection.ExecuteScalarAsync<long?>(
            "SELECT 1 FROM members WHERE file_id = @fileId AND reason IN @reasons LIMIT 1", new { fileId, reasons = FileResult.Changeable }, transaction) is not null;

    /// <summary>Adds what is said of a later part of a member to what is kept of the parts before; false when those are of another one.</summary>
    private static async Task<bool> JoinAsync(DbConnection connection, DbTransaction transaction, string fileId, long number, MemberOutcome later)
    {
        var (name, articles, reason, detail) = await connection.QuerySingleAsync<(string, long, string?, string?)>(
            "SELECT name, article_count, reason, detail FROM members WHERE file_id = @fileId AND number = @number", new { fileId, number }, transaction);
        if (name != later.Name)
        {
            return false;
        }

        var joined = new MemberOutcome(name, (int)articles, reason, detail).And(later);
        await connection.ExecuteAsync(
            "UPDATE members SET article_count = @Articles, reason = @Reason, detail = @Detail WHERE file_id = @fileId AND number = @number",
            new { joined.Articles, joined.Reason, joined.Detail, fileId, number },
            transaction);
        return true;
    }

    /// <summary>The rejection of a container of which no kept member has an article.</summary>
    public static async Task<ParseOutcome.Rejected> RejectionAsync(
        DbConnection connection, DbTransaction transaction, string fileId, string format, CancellationToken cancellationToken)
    {
        var tally = new MemberTally();
        await foreach (var (name, articles, reason, detail) in connection.QueryUnbufferedAsync<(string, long, string?, string?)>(
            "SELECT name, article_count, reason, detail FROM members WHERE file_id = @fileId ORDER BY number", new { fileId }, transaction)
            .WithCancellation(cancellationToken))
        {
            tally.Add(new MemberOutcome(name, (int)articles, reason, detail));
        }

        return tally.Rejection(format);
    }
}
