using System.Text;
using Ingest.Contracts;

namespace Ingest.Parser.Tests.Texts;

public sealed class Rejected_files
{
    [Theory]
    [InlineData("")]
    [InlineData(" \n\t \r\n\u00A0")]
    [InlineData("\uFEFF\n")]
    public void Without_content_are_empty(string text) => Assert.Equal(RejectionReasons.Empty, Parsing.Rejection(text).Reason);

    [Fact]
    public void With_machine_data_are_binary()
    {
        var bytes = new byte[4096];
        new Random(1).NextBytes(bytes);

        Assert.Equal(RejectionReasons.Binary, Parsing.Rejection(bytes).Reason);
    }

    [Theory]
    [InlineData("1,2,3\n4,5,6\n7,8,9\n")]
    [InlineData("-----\n=====\n")]
    [InlineData("42")]
    public void With_no_words_have_no_article(string text) => Assert.Equal(RejectionReasons.NoArticle, Parsing.Rejection(text).Reason);

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><invoice><total>12</total></invoice>", "XML")]
    [InlineData("%!PS-Adobe-3.0\n", "PostScript")]
    public void Of_other_formats_are_named(string text, string format)
    {
        var rejection = Parsing.Rejection(text);

        Assert.Equal(RejectionReasons.UnsupportedFormat, rejection.Reason);
        Assert.Contains(format, rejection.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Larger_than_the_limit_say_which_limit()
    {
        var rejection = Parsing.Rejection(Encoding.UTF8.GetBytes(new string('a', 2000)), new ParserOptions { MaxFileBytes = 1024 });

        Assert.Equal(RejectionReasons.TooLarge, rejection.Reason);
        Assert.Contains("MaxFileBytes", rejection.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void With_an_article_larger_than_a_message_say_which()
    {
        var text = "date 2025-02-13 Bridge to Be Built\n\n" + string.Concat(Enumerable.Repeat("The council met again. ", 100));
        var rejection = Parsing.Rejection(Encoding.UTF8.GetBytes(text), new ParserOptions { MaxArticleBytes = 1024 });

        Assert.Equal(RejectionReasons.ArticleTooLarge, rejection.Reason);
        Assert.Contains("Article 1", rejection.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("story")]
    [InlineData("story.pdf")]
    [InlineData("story.jpg")]
    public void Are_never_rejected_for_their_name(string name)
    {
        var outcome = new ArticleReader(new ParserOptions(), TimeProvider.System).Read(
            "date 2025-02-13 Bridge to Be Built\n\nThe council met on Tuesday and decided to build a bridge."u8.ToArray(), name, TestContext.Current.CancellationToken);

        Assert.IsType<ParseOutcome.Parsed>(outcome);
    }

    [Fact]
    public async Task That_do_not_exist_are_unreadable()
    {
        var outcome = await new ArticleReader(new ParserOptions(), TimeProvider.System).ReadFileAsync("no-such-file", TestContext.Current.CancellationToken);

        Assert.Equal(RejectionReasons.Unreadable, Assert.IsType<ParseOutcome.Rejected>(outcome).Reason);
    }

    [Fact]
    public async Task That_are_devices_or_pipes_are_not_waited_for()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There are no such files here.");
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder["link"], "/dev/zero");
        using var mkfifo = System.Diagnostics.Process.Start("mkfifo", folder["pipe"]);
        await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        var reader = new ArticleReader(new ParserOptions(), TimeProvider.System);

        foreach (var path in new[] { "/dev/zero", folder["link"], folder["pipe"] })
        {
            var pieces = await reader.ReadPiecesAsync(path, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

            Assert.Equal(RejectionReasons.NotAFile, Assert.IsType<ParseOutcome.Rejected>(Assert.Single(pieces)).Reason);
        }
    }
}
