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

    public async ValueTask InitializeAsync() => _host = await ParserHost.StartAsync(_data.FullPath, ("PortionArticles", "1000"));

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
