using Dapper;

namespace Ingest.Storage.Tests;

public sealed class Migrating_a_database : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Happens_once_however_many_start_together()
    {
        var path = _folder["data/items.db"];

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new SqliteDatabase(path).Migrate(GetType()), Cancellation)));

        await using var connection = await new SqliteDatabase(path).OpenAsync(Cancellation);
        Assert.Equal(["from the first migration"], await connection.QueryAsync<string>("SELECT name FROM items"));
        Assert.Equal(2, await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM SchemaVersions"));
    }

    [Fact]
    public async Task Keeps_what_is_in_it()
    {
        var database = new SqliteDatabase(_folder["items.db"]);
        database.Migrate(GetType());
        await using (var connection = await database.OpenAsync(Cancellation))
        {
            await connection.ExecuteAsync("INSERT INTO items (id, name) VALUES (2, 'mine')");
        }

        database.Migrate(GetType());

        await using var again = await database.OpenAsync(Cancellation);
        Assert.Equal(2, await again.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM items"));
    }

    [Fact]
    public async Task That_fails_names_the_script_and_leaves_the_database_as_it_was()
    {
        var database = new SqliteDatabase(_folder["items.db"]);
        await using (var connection = await database.OpenAsync(Cancellation))
        {
            // In the way of the second script.
            await connection.ExecuteAsync("CREATE TABLE notes (other TEXT)");
        }

        var error = Assert.Throws<StoreException>(() => database.Migrate(GetType()));

        Assert.Contains("0002_notes.sql", error.Message, StringComparison.Ordinal);
        await using var again = await database.OpenAsync(Cancellation);
        Assert.Equal(1, await again.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM SchemaVersions"));
    }

    [Fact]
    public void In_a_folder_that_cannot_be_made_ends_with_a_sentence_for_the_operator()
    {
        File.WriteAllText(_folder["a file"], "");

        var error = Assert.Throws<StoreException>(() => new SqliteDatabase(_folder["a file/items.db"]).Migrate(GetType()));

        Assert.Contains("writable", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void That_is_no_database_ends_with_a_sentence_for_the_operator()
    {
        File.WriteAllText(_folder["items.db"], new string('x', 5000));

        var error = Assert.Throws<StoreException>(() => new SqliteDatabase(_folder["items.db"]).Migrate(GetType()));

        Assert.Contains("cannot be opened", error.Message, StringComparison.Ordinal);
    }
}
