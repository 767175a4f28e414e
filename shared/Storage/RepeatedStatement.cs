using System.Data.Common;

namespace Ingest.Storage;

/// <summary>
/// One statement for many rows: prepared once, and only its values change. Dapper makes every parameter anew for each row, which
/// takes as long as the insert itself (measured: 14 against 7 microseconds for a row of <c>files</c>).
/// </summary>
public sealed class RepeatedStatement : IAsyncDisposable
{
    private readonly DbCommand _command;

    /// <summary>Prepares it.</summary>
    public RepeatedStatement(DbConnection connection, DbTransaction transaction, string sql, params ReadOnlySpan<string> parameters)
    {
        _command = connection.CreateCommand();
        _command.Transaction = transaction;
        _command.CommandText = sql;
        foreach (var name in parameters)
        {
            var parameter = _command.CreateParameter();
            parameter.ParameterName = name;
            _command.Parameters.Add(parameter);
        }
    }

    /// <summary>Runs it with values in the order of the parameters.</summary>
    public Task ExecuteAsync(CancellationToken cancellationToken, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return _command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _command.DisposeAsync();
}
