using System.Data.Common;

namespace Ingest.Deduplicator.Store;

/// <summary>
/// The statements of one transaction, each prepared once. A batch runs the same dozen thousands of times; preparing them every
/// time (which Dapper's plain calls do) took more than running them.
/// </summary>
internal sealed class Statements(DbConnection connection, DbTransaction transaction) : IDisposable
{
    private readonly Dictionary<string, DbCommand> _prepared = [];

    /// <summary>Runs a statement that returns nothing.</summary>
    public void Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Prepare(sql, parameters).ExecuteNonQuery();

    /// <summary>Reads all rows at once, so that the same statement can run again while they are worked on.</summary>
    public List<T> Query<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var rows = new List<T>();
        using var reader = Prepare(sql, parameters).ExecuteReader();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>Reads rows one by one, for what does not fit in memory.</summary>
    public IEnumerable<T> Stream<T>(string sql, Func<DbDataReader, T> read, params (string Name, object? Value)[] parameters)
    {
        using var reader = Prepare(sql, parameters).ExecuteReader();
        while (reader.Read())
        {
            yield return read(reader);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }
    }

    private DbCommand Prepare(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
#pragma warning disable CA2100 // The callers' texts are constants.
            command.CommandText = sql;
#pragma warning restore CA2100
            command.Transaction = transaction;
            foreach (var (name, _) in parameters)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
            }

            _prepared.Add(sql, command);
        }

        for (var i = 0; i < parameters.Length; i++)
        {
            command.Parameters[i].Value = parameters[i].Value ?? DBNull.Value;
        }

        return command;
    }
}
