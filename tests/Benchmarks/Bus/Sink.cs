using System.Data.Common;
using Dapper;
using Ingest.Storage;
using MassTransit;

namespace Ingest.Benchmarks.Bus;

/// <summary>A message of an article's size.</summary>
public sealed record Work(string Id, string Text);

/// <summary>What a consumer publishes for it.</summary>
public sealed record Done(string Id);

/// <summary>The store that both ways commit to, and the count of what came out.</summary>
public sealed class Sink : IAsyncDisposable
{
    private readonly SqliteDatabase _database;
    private readonly DbConnection _connection;
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _done;
    private int _target = int.MaxValue;

    private Sink(SqliteDatabase database, DbConnection connection) => (_database, _connection) = (database, connection);

    public static async Task<Sink> OpenAsync(string path)
    {
        var database = new SqliteDatabase(path);
        var connection = await database.OpenAsync(CancellationToken.None);
        await connection.ExecuteAsync("CREATE TABLE work(id TEXT PRIMARY KEY)");
        return new Sink(database, connection);
    }

    public async Task<IReadOnlyList<bool>> CommitAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        await using var transaction = await _database.BeginWriteAsync(_connection, cancellationToken);
        await _connection.ExecuteAsync("INSERT INTO work(id) VALUES (@id) ON CONFLICT DO NOTHING", ids.Select(id => new { id }), transaction);
        await transaction.CommitAsync(cancellationToken);
        return [.. ids.Select(_ => true)];
    }

    public void Count()
    {
        if (Interlocked.Increment(ref _done) >= Volatile.Read(ref _target))
        {
            _reached.TrySetResult();
        }
    }

    public Task ReachAsync(int count)
    {
        Volatile.Write(ref _target, count);
        return Volatile.Read(ref _done) >= count ? Task.CompletedTask : _reached.Task;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}

/// <summary>All messages of a batch in one transaction.</summary>
public sealed class BatchConsumer(Sink sink) : IConsumer<Batch<Work>>
{
    public async Task Consume(ConsumeContext<Batch<Work>> context)
    {
        await sink.CommitAsync([.. context.Message.Select(message => message.Message.Id)], context.CancellationToken);
        await Task.WhenAll(context.Message.Select(message => message.Publish(new Done(message.Message.Id))));
    }
}

/// <summary>One message; the transaction is shared with whichever others wait.</summary>
public sealed class SingleConsumer(GroupCommit<string, bool> commits) : IConsumer<Work>
{
    public async Task Consume(ConsumeContext<Work> context)
    {
        await commits.CommitAsync(context.Message.Id, context.CancellationToken);
        await context.Publish(new Done(context.Message.Id));
    }
}

/// <summary>Counts.</summary>
public sealed class DoneConsumer(Sink sink) : IConsumer<Done>
{
    public Task Consume(ConsumeContext<Done> context)
    {
        sink.Count();
        return Task.CompletedTask;
    }
}
