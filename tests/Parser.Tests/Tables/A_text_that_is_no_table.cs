using Ingest.Contracts;

namespace Ingest.Parser.Tests.Tables;

public sealed class A_text_that_is_no_table
{
    [Theory]
    [InlineData("Bridge opens, at last\nBy Jane Doe, Courier\n\nThe bridge, long promised, was opened on Thursday, and the mayor, who was there, cut a ribbon.\n")]
    [InlineData("One, two, three\nFour, five, six\nSeven, eight, nine\n")]
    [InlineData("Title, date and text of the story\nThe story begins here, as they say, with a bridge.\nIt ends there, with another, smaller bridge, at night.\n")]
    [InlineData("Lindholm; Northport; Eastby\nThe towns met on Thursday; they agreed on nothing; they will meet again.\n")]
    [InlineData("Jane Doe, mayor\nJohn Roe, clerk\nAnn Poe, engineer\nTim Low, pilot\n")]
    public void Stays_plain_text(string text) => Assert.All(Parsing.Articles(text), article => Assert.Equal("plain-text", article.Origin["format"]));

    [Fact]
    public void Stays_plain_text_with_a_text_for_each_line_and_as_many_commas_in_each()
    {
        var line = "The bridge that was promised nine years ago over the river Lind was opened on Thursday, and the mayor of the town who had to answer for it cut a ribbon in front of a small crowd of people.";

        Assert.Equal("plain-text", Parsing.Articles(string.Join('\n', Enumerable.Repeat(line, 5)))[0].Origin["format"]);
    }

    [Fact]
    public void Of_a_million_quotes_ends_soon()
    {
        var outcome = Parsing.Outcome(System.Text.Encoding.UTF8.GetBytes("title,text\n" + string.Concat(Enumerable.Repeat("\"a,b\n", 300_000))), new ParserOptions { MaxParseTime = TimeSpan.FromSeconds(10) });

        Assert.NotEqual(RejectionReasons.TooSlow, (outcome as ParseOutcome.Rejected)?.Reason);
    }
}
