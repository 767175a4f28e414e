using System.Text;
using Ingest.Contracts;

namespace Ingest.Parser.Tests.Service;

/// <summary>Files above the size up to which one is read at once.</summary>
public sealed class A_long_file_of_records : IAsyncLifetime, IDisposable
{
    private const int Records = 3_000;
    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _data = new();
    private ParserHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    public void Dispose()
    {
        _folder.Dispose();
        _data.Dispose();
    }

    [Fact]
    public Task Of_JSON_lines_gives_each_record_once() => GivesEachOnceAsync("news.jsonl", string.Concat(Enumerable.Range(0, Records).Select(number =>
        $"{{\"title\": \"Story number {number}\", \"text\": \"{Text(number)}\", \"date\": \"2025-03-04\"}}\n")));

    [Fact]
    public Task Of_a_JSON_list_gives_each_record_once() => GivesEachOnceAsync("news.json", "[" + string.Join(",", Enumerable.Range(0, Records).Select(number =>
        $"{{\"title\": \"Story number {number}\", \"text\": \"{Text(number)}\", \"tags\": [{{\"name\": \"[a]\"}}], \"date\": \"2025-03-04\"}}")) + "]");

    [Theory]
    [InlineData("gz")]
    [InlineData("zip")]
    [InlineData("tar.gz")]
    public async Task In_a_container_gives_each_record_once(string kind)
    {
        var file = _folder.Drop("news." + kind, Packed(kind));

        var articles = await TakenAsync(file);

        Assert.Equal(Records, articles.Count(article => article.Title.StartsWith("Story number", StringComparison.Ordinal)));
        Assert.Equal(Enumerable.Range(0, articles.Count), articles.Select(article => article.Ordinal));
        Assert.Equal(articles.Count, articles.Select(article => article.ArticleId).Distinct().Count());
        var alone = new FileParser(new ParserOptions(), TimeProvider.System).Parse(
            new FileContent(file.FileId, 1, "watch", "news", Encoding.UTF8.GetBytes(Lines())), TestContext.Current.CancellationToken);
        var prefix = kind == "gz" ? "content#" : "news.jsonl#";
        Assert.Equal(Assert.IsType<ParseOutcome.Parsed>(alone).Articles.Select(article => prefix + article.Key), articles.Where(article => article.Title.StartsWith("Story number", StringComparison.Ordinal)).Select(article => article.Key));
        var members = (await _host.Queries.MembersAsync(new Ingest.Queries.FileMembers(file.FileId), TestContext.Current.CancellationToken)).Members;
        Assert.Equal(kind == "gz" ? [(long)Records] : [1L, Records, 1L], members.Select(member => member.Articles));
    }

    [Fact]
    public async Task In_a_container_is_gone_on_with_where_a_process_was_killed()
    {
        var file = _folder.Drop("news.zip", Packed("zip"));
        var articles = new List<Article>();
        for (var (settled, continues) = (0, true); continues; settled++)
        {
            var published = await _host.TellAsync(file with { PortionsSettled = settled, Attempt = settled + 1 });
            articles.AddRange(published.OfType<ArticleParsed>().Select(parsed => parsed.Article).OrderBy(article => article.Ordinal));
            continues = Assert.Single(published.OfType<FileParsed>()).Continues;
            await _host.DisposeAsync();
            _host = await StartAsync();
        }

        Assert.Equal(Records + 2, articles.Count);
        Assert.Equal(Records + 2, articles.Select(article => article.Key).Distinct().Count());
        Assert.Equal(Enumerable.Range(0, Records), articles.Where(article => article.Title.StartsWith("Story number", StringComparison.Ordinal)).Select(article => int.Parse(article.Title[13..], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task In_a_container_that_is_cut_off_gives_what_is_there()
    {
        var whole = Packed("gz");
        var articles = await TakenAsync(_folder.Drop("news.gz", whole[..(whole.Length * 3 / 4)]));

        Assert.InRange(articles.Count, Records / 2, Records - 1);
    }

    private Task<ParserHost> StartAsync() => ParserHost.StartAsync(_data.FullPath, ("PortionArticles", "1000"));

    private static string Lines() => string.Concat(Enumerable.Range(0, Records).Select(number =>
        $"{{\"title\": \"Story number {number}\", \"text\": \"{Text(number)}\", \"date\": \"2025-03-04\"}}\n"));

    private static byte[] Packed(string kind)
    {
        var lines = Encoding.UTF8.GetBytes(Lines());
        (string, byte[])[] members = [("first.txt", Containers.Pack.Bridge), ("news.jsonl", lines), ("last.txt", Containers.Pack.Bridge)];
        return kind switch
        {
            "gz" => Containers.Pack.Gzip(lines),
            "zip" => Containers.Pack.Zip(members),
            _ => Containers.Pack.Gzip(Containers.Pack.Tar(members)),
        };
    }

    [Fact]
    public Task Of_a_table_gives_each_row_once() => GivesEachOnceAsync("news.csv", "title,text,date\n" + string.Concat(Enumerable.Range(0, Records).Select(number =>
        $"Story number {number},\"{Text(number)}\",2025-03-04\n")));

    [Fact]
    public Task Of_messages_gives_each_message_once() => GivesEachOnceAsync("news.mbox", string.Concat(Enumerable.Range(0, Records).Select(number =>
        $"From desk@news.example Tue Mar  4 10:00:00 2025\nFrom: Desk <desk@news.example>\nTo: all@news.example\nSubject: Story number {number}\n" +
        $"Date: Tue, 4 Mar 2025 10:00:00 +0000\nMessage-ID: <{number}@news.example>\n\n{Text(number)}\n\n")));

    [Fact]
    public async Task Keeps_two_records_apart_that_have_one_key()
    {
        var record = Encoding.UTF8.GetBytes($"{{\"id\": \"7\", \"title\": \"The same\", \"text\": \"{Text(7)}\", \"date\": \"2025-03-04\"}}\n");
        var file = _folder.Drop("same.jsonl", [.. Enumerable.Repeat(record, Records).SelectMany(line => line)]);

        var articles = await TakenAsync(file);

        Assert.Equal(Records, articles.Select(article => article.ArticleId).Distinct().Count());
    }

    private async Task GivesEachOnceAsync(string name, string text)
    {
        var file = _folder.Drop(name, text);
        Assert.True(file.Size > Ingest.Parser.Tables.Splitting.LongRecords.LongFileBytes);

        var articles = await TakenAsync(file);

        Assert.Equal(Enumerable.Range(0, Records).Select(number => $"Story number {number}"), articles.Select(article => article.Title));
        Assert.Equal(Enumerable.Range(0, Records), articles.Select(article => article.Ordinal));
        Assert.Equal(Records, articles.Select(article => article.ArticleId).Distinct().Count());
    }

    private async Task<List<Article>> TakenAsync(FileDiscovered file)
    {
        var articles = new List<Article>();
        for (var settled = 0; ; settled++)
        {
            var published = await _host.TellAsync(file with { PortionsSettled = settled, Attempt = settled + 1 });
            articles.AddRange(published.OfType<ArticleParsed>().Select(parsed => parsed.Article).OrderBy(article => article.Ordinal));
            if (!Assert.Single(published.OfType<FileParsed>()).Continues)
            {
                Assert.True(settled > 0, "It was taken in one portion.");
                return articles;
            }
        }
    }

    private static string Text(int number) => string.Concat(Enumerable.Range(0, 40).Select(line =>
        $"The harbour of Lindholm took in {number + line} ships on Tuesday, the port authority said, and more are to come. "));
}
