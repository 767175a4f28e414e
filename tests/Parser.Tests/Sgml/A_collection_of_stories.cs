using Ingest.Contracts;

namespace Ingest.Parser.Tests.Sgml;

public sealed class A_collection_of_stories
{
    private const string Stories = """
        <!DOCTYPE lewis SYSTEM "lewis.dtd">
        <REUTERS TOPICS="YES" OLDID="901" NEWID="7">
        <DATE>13-FEB-1987 09:30:01.79</DATE>
        <TOPICS><D>ship</D><D>trade</D></TOPICS>
        <PLACES><D>lindland</D></PLACES>
        <UNKNOWN>&#5;&#22;f0704&#31;reute</UNKNOWN>
        <TEXT>&#2;
        <TITLE>HARBOUR &amp; BRIDGE &lt;LIND.L> OPEN</TITLE>
        <AUTHOR>    By Jane Doe, Reuters</AUTHOR>
        <DATELINE>    LINDHOLM, Feb 13 - </DATELINE><BODY>The harbour of Lindholm was opened again on Friday
        after a storm had closed it for a week, and the ships
        that had waited outside came in one by one all day.
            The port authority said that AT&T's cable in front of
        the pier was not touched, and that the works would go on
        until the end of the month if the weather allowed for it.
         Reuter
        &#3;</BODY></TEXT>
        </REUTERS>
        <REUTERS TOPICS="NO" NEWID="8">
        <DATE> 3-MAR-1987 605:12:19.12</DATE>
        <TEXT TYPE="BRIEF">&#2;
        ******<TITLE>LINDHOLM BANK CUTS RATE</TITLE>
        Blah blah blah.
        &#3;
        </TEXT>
        </REUTERS>
        <REUTERS TOPICS="NO" NEWID="9">
        <DATE>4-MAR-1987 10:00:00.00</DATE>
        <TEXT TYPE="UNPROC">&#2;
        LIND FOODS 4TH QTR NET
            Shr 20 cts vs 18 cts
        Reuter
        &#3;
        </TEXT>
        </REUTERS>
        """;

    [Fact]
    public void Gives_each_story_with_its_fields()
    {
        var article = Parsing.Articles(Stories)[0];

        Assert.Equal(("HARBOUR & BRIDGE <LIND.L> OPEN", "1987-02-13T09:30:01", "LINDHOLM, Feb 13", "ship", "7"), (article.Title, article.PublishedAt?[..19], article.Dateline, article.Section, article.Key));
        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal(["Reuters"], article.Agencies);
        Assert.Equal(
            "The harbour of Lindholm was opened again on Friday after a storm had closed it for a week, and the ships that had waited outside came in one by one all day.\n\n" +
            "The port authority said that AT&T's cable in front of the pier was not touched, and that the works would go on until the end of the month if the weather allowed for it.",
            article.Body);
        Assert.Equal("reuters-sgml", article.Origin["format"]);
    }

    [Fact]
    public void Gives_a_brief_its_title_only() =>
        Assert.Equal(("LINDHOLM BANK CUTS RATE", "", "1987-03-03T05:12:19"), (Parsing.Articles(Stories)[1].Title, Parsing.Articles(Stories)[1].Body, Parsing.Articles(Stories)[1].PublishedAt));

    [Fact]
    public void Takes_a_story_that_was_not_taken_apart_by_its_first_line() =>
        Assert.Equal(("LIND FOODS 4TH QTR NET", "Shr 20 cts vs 18 cts"), (Parsing.Articles(Stories)[2].Title, Parsing.Articles(Stories)[2].Body));

    [Fact]
    public void That_breaks_off_says_so()
    {
        var articles = Parsing.Articles(Stories[..Stories.IndexOf("authority", StringComparison.Ordinal)]);

        Assert.Single(articles);
        Assert.Contains("file: 1 stories have no end and may be cut off", articles[0].Warnings);
    }

    [Fact]
    public void Without_any_text_is_rejected() =>
        Assert.Equal(RejectionReasons.NoArticle, Parsing.Rejection("<REUTERS NEWID=\"1\"><TEXT></TEXT></REUTERS>").Reason);
}
