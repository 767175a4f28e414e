using Dapper;
using Microsoft.Data.Sqlite;

namespace Ingest.Storage.Tests;

public sealed class Opening_a_database : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Makes_it_durable_and_readable_while_another_writes()
    {
        var database = new SqliteDatabase(_folder["new folder/items.db"]);

        await using var connection = await database.OpenAsync(Cancellation);

        Assert.Equal("wal", await connection.ExecuteScalarAsync<string>("PRAGMA journal_mode"));
        Assert.Equal(2, await connection.ExecuteScalarAsync<int>("PRAGMA synchronous"));
    }

    [Fact]
    public async Task Lets_two_writers_wait_for_each_other()
    {
        var database = new SqliteDatabase(_folder["items.db"]);
        await using (var connection = await database.OpenAsync(Cancellation))
        {
            await connection.ExecuteAsync("CREATE TABLE counter (value BIGINT); INSERT INTO counter VALUES (0)");
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => CountAsync(database), Cancellation)));

        await using var reader = await database.OpenAsync(Cancellation);
        Assert.Equal(100, await reader.ExecuteScalarAsync<int>("SELECT value FROM counter"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Where_nothing_can_be_written_ends_with_a_sentence_for_the_operator(bool readOnly)
    {
        await File.WriteAllTextAsync(_folder["a file"], "", Cancellation);
        var database = new SqliteDatabase(_folder["a file/items.db"], readOnly);

        var error = await Assert.ThrowsAsync<StoreException>(() => database.OpenAsync(Cancellation));

        Assert.Contains(database.Path, error.Message, StringComparison.Ordinal);
        Assert.Contains("Check that its folder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_looking_only_makes_neither_file_nor_folder()
    {
        var database = new SqliteDatabase(_folder["none/items.db"], readOnly: true);

        await Assert.ThrowsAsync<StoreException>(() => database.OpenAsync(Cancellation));

        Assert.False(Directory.Exists(_folder["none"]));
    }

    [Fact]
    public async Task For_looking_only_reads_and_refuses_to_write()
    {
        new SqliteDatabase(_folder["items.db"]).Migrate(GetType());
        await using var connection = await new SqliteDatabase(_folder["items.db"], readOnly: true).OpenAsync(Cancellation);

        var name = await connection.QuerySingleAsync<string>("SELECT name FROM items");
        var error = await Assert.ThrowsAsync<SqliteException>(() => connection.ExecuteAsync("DELETE FROM items"));

        Assert.Equal("from the first migration", name);
        Assert.Equal(8, error.SqliteErrorCode);
    }

    private static async Task CountAsync(SqliteDatabase database)
    {
        for (var i = 0; i < 25; i++)
        {
            await using var connection = await database.OpenAsync(Cancellation);
            await using var transaction = await database.BeginWriteAsync(connection, Cancellation);
            var value = await connection.ExecuteScalarAsync<int>("SELECT value FROM counter", transaction: transaction);
            await connection.ExecuteAsync("UPDATE counter SET value = @value", new { value = value + 1 }, transaction);
            await transaction.CommitAsync(Cancellation);
        }
    }
}
