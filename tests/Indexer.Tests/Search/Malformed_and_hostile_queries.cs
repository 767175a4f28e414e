using System.Text;
using Ingest.Queries;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Indexer.Tests.Search;

public sealed class Malformed_and_hostile_queries : IAsyncLifetime
{
    private static readonly string[] Pieces =
    [
        "peace", "war", "\"", "(", ")", "-", "+", "*", ":", "title:", "date:", "date:2025-02", "date:9999-99..", "lang:", "OR", "AND", "NOT", "\\", "/", "~2", "^5",
        "[a TO b]", "{", "}", "&&", "||", "!", "?", "'", "--", "\u0000", "\uD800", "\u202E", "東京", "東", "é", "e\u0301", "☃", "🙂", "<script>", "'; DROP TABLE documents;--",
        " ", "\n", "\t", "a*", "*a", "a*b", "author:(", "body:\"", "1,000.5", "U.S.", "x:y:z", "\uFEFF", "“", "»", "_exists_:id", "*:*",
    ];

    private readonly Archive _archive = new();

    public async ValueTask InitializeAsync() => await _archive.AddAsync(
        News.Article("peace", "Peace at last", "The war is over."), News.Article("war", "War", "There is no peace without war."));

    public ValueTask DisposeAsync() => _archive.DisposeAsync();

    [Theory]
    [InlineData("peace \"war last", "peace")]
    [InlineData("peace (war", "peace war")]
    [InlineData("peace) war", "peace war")]
    [InlineData("peace OR", "peace war")]
    [InlineData("OR peace", "peace war")]
    [InlineData("peace AND", "peace war")]
    [InlineData("AND", "peace war")]
    [InlineData("peace NOT", "peace war")]
    [InlineData("title:", "peace war")]
    [InlineData("peace title:", "peace war")]
    [InlineData("*", "peace war")]
    [InlineData("pe*ce", "")]
    [InlineData("date:tomorrow", "")]
    [InlineData("-peace", "")]
    [InlineData("-over", "war")]
    [InlineData("\"\"", "peace war")]
    [InlineData("☃", "peace war")]
    public async Task Are_answered_and_explained(string query, string expected)
    {
        var response = await _archive.SearchAsync(query);
        Assert.Equal(expected, string.Join(' ', Archive.Names(response).Split(' ').Order(StringComparer.Ordinal)));
        Assert.NotNull(response.Explanation);
        Assert.EndsWith(".", response.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("peace")]
    [InlineData("")]
    [InlineData("peace - war")]
    [InlineData("10:30")]
    [InlineData("+peace")]
    public async Task Well_formed_ones_need_no_explanation(string query) => Assert.Null((await _archive.SearchAsync(query)).Explanation);

    [Fact]
    public async Task Long_and_deep_ones_are_answered()
    {
        await using var command = _archive.Command();
        var queries = command.GetRequiredService<ISearchQueries>();
        string[] hostile =
        [
            new string('a', 10_000), string.Join(' ', Enumerable.Range(0, 5000).Select(i => $"w{i}")), new string('(', 1000) + "peace" + new string(')', 1000),
            new string('-', 10_000) + "peace", string.Concat(Enumerable.Repeat("NOT ", 2000)) + "peace", string.Concat(Enumerable.Repeat("peace OR ", 900)) + "peace",
            new string('"', 9999), new string('東', 3000), string.Concat(Enumerable.Repeat("a.", 5000)), string.Concat(Enumerable.Repeat("title:(", 500)),
            string.Join(' ', Enumerable.Repeat("a*", 300)), new string('\uD83D', 500), string.Concat(Enumerable.Repeat("e\u0301", 3000)),
        ];
        foreach (var query in hostile)
        {
            var response = await queries.SearchAsync(new SearchRequest { Query = query }, TestContext.Current.CancellationToken);
            Assert.InRange(response.Total, 0, 2);
        }
    }

    [Fact]
    public async Task Two_thousand_random_ones_are_answered()
    {
        await using var command = _archive.Command();
        var queries = command.GetRequiredService<ISearchQueries>();
        var random = new Random(20250213);
        for (var i = 0; i < 2000; i++)
        {
            var query = new StringBuilder();
            for (var pieces = random.Next(1, 12); pieces > 0; pieces--)
            {
                query.Append(Pieces[random.Next(Pieces.Length)]).Append(random.Next(2) == 0 ? " " : "");
            }

            var request = new SearchRequest
            {
                Query = query.ToString(), Sort = i % 3 == 0 ? "newest" : "relevance", Duplicates = i % 2 == 0 ? "show" : "hide",
                Author = i % 7 == 0 ? Pieces[i % Pieces.Length] : null, From = i % 11 == 0 ? Pieces[i % Pieces.Length] : null, Offset = i % 5 - 1, Limit = i % 4 - 1,
            };
            var response = await queries.SearchAsync(request, TestContext.Current.CancellationToken);
            Assert.InRange(response.Total, 0, 2);
        }
    }
}
