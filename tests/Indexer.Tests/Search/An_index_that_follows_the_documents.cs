using Ingest.Contracts;
using Ingest.Queries;

namespace Ingest.Indexer.Tests.Search;

public sealed class An_index_that_follows_the_documents : IAsyncDisposable
{
    private readonly SearchFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shows_changes_and_withdrawals()
    {
        await _folder.AddAsync(News.Article("a", body: "walrus"));
        Assert.Equal("a", await _folder.IdsAsync("walrus"));

        await _folder.AddAsync(News.Article("a", body: "narwhal", revision: 2));
        Assert.Equal("", await _folder.IdsAsync("walrus"));
        Assert.Equal("a", await _folder.IdsAsync("narwhal"));

        await _folder.ApplyAsync(News.Retracted("a", 3));
        Assert.Equal("", await _folder.IdsAsync("narwhal"));
    }

    [Fact]
    public async Task Is_made_anew_when_it_was_deleted()
    {
        await _folder.AddAsync(News.Article("a", body: "walrus"));
        Assert.Equal("a", await _folder.IdsAsync("walrus"));

        System.IO.Directory.Delete(_folder.Index, recursive: true);

        Assert.Equal("a", await _folder.IdsAsync("walrus"));
    }

    [Theory]
    [InlineData("segments*", 0)]
    [InlineData("_*", 0)]
    [InlineData("segments*", 12)]
    [InlineData("*.cfs", 40)]
    [InlineData("*.si", 8)]
    public async Task Is_made_anew_when_its_files_are_damaged(string pattern, int length)
    {
        await _folder.AddAsync(News.Article("a", body: "walrus"), News.Article("b", body: "walrus"));
        Assert.Equal("a b", await _folder.IdsAsync("walrus"));

        foreach (var path in System.IO.Directory.GetFiles(_folder.Index, pattern))
        {
            await using var file = File.Open(path, FileMode.Open);
            file.SetLength(Math.Min(length, file.Length));
        }

        Assert.Equal("a b", await _folder.IdsAsync("walrus"));
    }

    [Fact]
    public async Task Is_made_anew_when_it_was_made_of_other_documents()
    {
        await _folder.AddAsync(News.Article("a", body: "walrus"));
        Assert.Equal("a", await _folder.IdsAsync("walrus"));

        await _folder.ReplaceStoreAsync();
        await _folder.AddAsync(News.Article("b", body: "narwhal"), News.Article("c", body: "narwhal"));

        Assert.Equal("", await _folder.IdsAsync("walrus"));
        Assert.Equal("b c", await _folder.IdsAsync("narwhal"));
    }

    [Fact]
    public async Task Is_only_read_by_a_second_process_which_follows_the_commits_of_the_first()
    {
        await _folder.AddAsync(News.Article("a", body: "walrus"));
        await using var writer = _folder.Open();
        Assert.Equal(1, (await writer.Queries.SearchAsync(new SearchRequest { Query = "walrus" }, Stop)).Total);
        await using var reader = _folder.Open();
        Assert.Equal(1, (await reader.Queries.SearchAsync(new SearchRequest { Query = "walrus" }, Stop)).Total);
        Assert.Null(reader.Indexes.Written);

        await _folder.AddAsync(News.Article("b", body: "walrus"));
        await writer.Indexes.ApplyAsync(writer.Indexes.Written!, Stop);
        writer.Indexes.Written!.Commit();

        Assert.Equal(2, (await reader.Queries.SearchAsync(new SearchRequest { Query = "walrus" }, Stop)).Total);
        var status = await reader.Queries.StatusAsync(new IndexStatusRequest(), Stop);
        Assert.Equal((2, 2, 2), (status.Documents, status.StoreSequence, status.VisibleSequence));
    }

    [Fact]
    public async Task Answers_nothing_and_makes_nothing_where_there_are_no_documents()
    {
        var empty = Path.Combine(_folder.Data, "none");
        await using var session = new SearchSession(new Ingest.Indexer.Documents.DocumentStore(new Ingest.Storage.SqliteDatabase(Path.Combine(empty, "indexer.db"))), empty);

        Assert.Equal(0, (await session.Queries.SearchAsync(new SearchRequest(), Stop)).Total);
        Assert.Equal(new IndexStatus(0, 0, 0), await session.Queries.StatusAsync(new IndexStatusRequest(), Stop));
        Assert.Null(await session.Queries.GetAsync(new ArticleKey("a"), Stop));
        Assert.False(System.IO.Directory.Exists(empty));
    }

    [Fact]
    public async Task Ranks_the_same_articles_the_same_whatever_their_order_and_history()
    {
        string[] words = ["harbour", "storm", "ship", "crane", "union", "wheat", "bank", "vote", "court", "strike"];
        var random = new Random(3);
        var articles = Enumerable.Range(0, 300)
            .Select(i => News.Article($"a{i:D3}", words[random.Next(10)], string.Join(' ', Enumerable.Range(0, random.Next(5, 60)).Select(_ => words[random.Next(10)]))))
            .ToArray();
        await _folder.AddAsync(articles);
        await using var other = new SearchFolder();
        foreach (var article in articles.OrderBy(_ => random.Next()))
        {
            if (random.Next(3) == 0)
            {
                await other.AddAsync(article with { Body = "Something else entirely about the harbour.", Revision = 0 });
                _ = await other.IdsAsync("harbour");
            }

            await other.AddAsync(article);
        }

        await other.AddAsync(News.Article("gone", "harbour", "harbour"));
        await other.ApplyAsync(News.Retracted("gone", 2));

        foreach (var query in words.Append("harbour storm").Append("ship OR crane").Append("\"wheat bank\"").Append("vo*"))
        {
            Assert.Equal(await _folder.IdsAsync(query), await other.IdsAsync(query));
        }
    }

    public ValueTask DisposeAsync() => _folder.DisposeAsync();
}
