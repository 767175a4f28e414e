using System.Globalization;
using Dapper;
using Ingest.Storage;

namespace Ingest.Deduplicator.Store;

/// <summary>
/// What people decided about articles, in a database of its own: the clusters can be deleted and made again, decisions cannot. Entries are
/// only added; of several on the same two articles the last holds.
/// </summary>
public sealed class DecisionLog(Database database, TimeProvider time)
{
    /// <summary>Name of the store; <c>ingest rebuild</c> leaves it alone.</summary>
    public const string StoreName = "decisions";

    private const string Create =
        """
        CREATE TABLE IF NOT EXISTS decisions (
            seq INTEGER NOT NULL PRIMARY KEY,
            first_id TEXT NOT NULL,
            second_id TEXT NOT NULL,
            verdict TEXT NOT NULL,          -- same | different | undecided
            decided_at TEXT NOT NULL,
            decided_by TEXT NOT NULL,
            announced BIGINT NOT NULL       -- 1 when the index was told what it changed
        );
        """;

    private const string Select =
        "SELECT seq AS Sequence, first_id AS FirstId, second_id AS SecondId, verdict AS Verdict, decided_at AS DecidedAt, decided_by AS DecidedBy FROM decisions";

    private bool _made;

    /// <summary>Adds a decision durably; returns its number.</summary>
    public async Task<long> AddAsync(string firstId, string secondId, string verdict, string decidedBy, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            """
            INSERT INTO decisions (first_id, second_id, verdict, decided_at, decided_by, announced)
            VALUES (@firstId, @secondId, @verdict, @decidedAt, @decidedBy, 0) RETURNING seq
            """,
            new { firstId, secondId, verdict, decidedAt = time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture), decidedBy },
            cancellationToken: cancellationToken));
    }

    /// <summary>Decisions after a number, oldest first.</summary>
    public async Task<IReadOnlyList<DecisionRow>> SinceAsync(long sequence, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        return (await connection.QueryAsync<DecisionRow>(new CommandDefinition(
            $"{Select} WHERE seq > @sequence ORDER BY seq", new { sequence }, cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>Decisions of which the index was not told yet.</summary>
    public async Task<IReadOnlyList<DecisionRow>> UnannouncedAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        return (await connection.QueryAsync<DecisionRow>(new CommandDefinition(
            $"{Select} WHERE announced = 0 ORDER BY seq", cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>The index was told.</summary>
    public async Task AnnouncedAsync(long sequence, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE decisions SET announced = 1 WHERE seq = @sequence", new { sequence }, cancellationToken: cancellationToken));
    }

    private async Task<System.Data.Common.DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = await database.OpenAsync(cancellationToken);
        if (!_made)
        {
            await connection.ExecuteAsync(new CommandDefinition(Create, cancellationToken: cancellationToken));
            _made = true;
        }

        return connection;
    }
}

/// <summary>A decision as it was written down.</summary>
public sealed class DecisionRow
{
    /// <summary>Its number.</summary>
    public long Sequence { get; set; }

    /// <summary>An article.</summary>
    public string FirstId { get; set; } = "";

    /// <summary>The other.</summary>
    public string SecondId { get; set; } = "";

    /// <summary>See <see cref="Ingest.Queries.DecisionVerdicts"/>.</summary>
    public string Verdict { get; set; } = "";

    /// <summary>When, in ISO 8601.</summary>
    public string DecidedAt { get; set; } = "";

    /// <summary>Who, as they called themselves.</summary>
    public string DecidedBy { get; set; } = "";
}
