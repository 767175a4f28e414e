using System.Text;
using Ingest.Contracts;
using Microsoft.Extensions.Time.Testing;

namespace Ingest.Parser.Tests;

/// <summary>Parses texts as if they were files, on a fixed day.</summary>
internal static class Parsing
{
    public static readonly DateTimeOffset Today = new(2025, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static ParseOutcome Outcome(byte[] bytes, ParserOptions? options = null) =>
        new ArticleReader(options ?? new ParserOptions(), new FakeTimeProvider(Today)).Read(bytes, "file", TestContext.Current.CancellationToken);

    /// <summary>For input that could take for ever: the outcome, or a failure of the test instead of a run that never ends.</summary>
    public static Task<ParseOutcome> EndOf(string text) =>
        Task.Run(() => Outcome(Encoding.UTF8.GetBytes(text)), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);

    public static IReadOnlyList<Article> Articles(string text) => Articles(Encoding.UTF8.GetBytes(text));

    public static IReadOnlyList<Article> Articles(byte[] bytes) => Assert.IsType<ParseOutcome.Parsed>(Outcome(bytes)).Articles;

    public static Article Article(string text) => Assert.Single(Articles(text));

    public static Article Article(byte[] bytes) => Assert.Single(Articles(bytes));

    public static ParseOutcome.Rejected Rejection(string text) => Rejection(Encoding.UTF8.GetBytes(text));

    public static ParseOutcome.Rejected Rejection(byte[] bytes, ParserOptions? options = null) =>
        Assert.IsType<ParseOutcome.Rejected>(Outcome(bytes, options));
}
