using System.Text;
using Ingest.Contracts;

namespace Ingest.Parser.Tests.Texts;

public sealed class Bombs_of_text
{
    private const int Many = 200_000;

    public static TheoryData<string> Nested { get; } =
    [
        "<html><body>{0}<div>{1}The bridge was opened on Thursday, the mayor said.{2}</div>",
        "<?xml version=\"1.0\"?>{0}<a>{1}x{2}</a>",
        "<nitf><body><body.content>{0}<block>{1}x{2}</block>",
        "{0}[{1}1{2}]",
        "{0}{\"a\":{1}1{2}}",
    ];

    [Theory]
    [MemberData(nameof(Nested))]
    public void Of_tags_in_each_other_end_at_the_depth(string kind)
    {
        var (opening, closing) = (Between(kind, "{0}", "{1}"), kind[(kind.IndexOf("{2}", StringComparison.Ordinal) + 3)..]);
        var start = kind[..kind.IndexOf("{0}", StringComparison.Ordinal)] + string.Concat(Enumerable.Repeat(opening, Many)) + Between(kind, "{1}", "{2}");

        foreach (var text in new[] { start, start + string.Concat(Enumerable.Repeat(closing, Many)) })
        {
            var rejection = Parsing.Rejection(text);

            Assert.Equal(RejectionReasons.TooDeep, rejection.Reason);
            Assert.Contains("MaxTagDepth", rejection.Detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Are_not_pages_that_nest_deep_and_can_be_read()
    {
        var page = "<html><head><title>Bridge opened</title></head><body>" + string.Concat(Enumerable.Repeat("<div><span>", 1_000)) +
            string.Concat(Enumerable.Repeat("<p>The bridge over the Lind was opened on Thursday after nine years of work, the mayor said in a long speech to all who had come.</p>", 6));

        Assert.Equal("Bridge opened", Parsing.Article(page).Title);
    }

    [Fact]
    public void Are_not_feeds_whose_items_quote_tags_without_an_end()
    {
        var items = string.Concat(Enumerable.Range(0, 300).Select(i =>
            $"<item><title>Bridge {i}</title><description><![CDATA[{string.Concat(Enumerable.Repeat("<font>", 200))}The bridge number {i} was opened on Thursday.]]></description></item>"));

        Assert.Equal(300, Parsing.Articles($"<rss version=\"2.0\"><channel><title>t</title>{items}</channel></rss>").Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_entities_in_each_other_end_at_the_ratio(bool reversed)
    {
        var entities = Enumerable.Range(1, 11).Select(i => $"<!ENTITY lol{i} \"{string.Concat(Enumerable.Repeat($"&lol{i - 1};", 10))}\">").Prepend("<!ENTITY lol0 'lol'>");
        var rejection = Parsing.Rejection(Feed(string.Concat(reversed ? entities.Reverse() : entities), "&lol11;"));

        Assert.Equal(RejectionReasons.ExpansionRatio, rejection.Reason);
        Assert.Contains("MaxExpansionRatio", rejection.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_one_long_entity_over_and_over_end_at_the_ratio() => Assert.Equal(
        RejectionReasons.ExpansionRatio,
        Parsing.Rejection(Feed($"<!ENTITY a \"{new string('a', 50_000)}\">", string.Concat(Enumerable.Repeat("&a;", 50_000)))).Reason);

    [Fact]
    public void Of_entities_in_a_circle_end_at_the_ratio() => Assert.Equal(
        RejectionReasons.ExpansionRatio,
        Parsing.Rejection(Feed("<!ENTITY a \"&b;&b;\"><!ENTITY b \"&a;&a;\"><!ENTITY c \"lol\"><!ENTITY d \"&d;&d;x\">", "&d;")).Reason);

    [Fact]
    public void Are_not_documents_with_a_few_entities_of_their_own() =>
        Assert.Equal("Bridge opened", Parsing.Article(Feed("<!ENTITY town \"Lindholm\"><!ENTITY place \"&town; harbour\">", "The bridge at &place; was opened.")).Title);

    [Fact]
    public void Of_mail_parts_in_each_other_end_at_the_depth()
    {
        var mail = new StringBuilder("From: a@b.example\nSubject: Bridge\nDate: Tue, 4 Mar 2025 10:00:00 +0000\nMIME-Version: 1.0\n");
        for (var i = 0; i < 20_000; i++)
        {
            mail.Append(System.Globalization.CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n");
        }

        Assert.Equal(RejectionReasons.TooDeep, Parsing.Rejection(mail.Append("Content-Type: text/plain\n\nx\n").ToString()).Reason);
    }

    private static string Feed(string entities, string description) =>
        $"<?xml version=\"1.0\"?><!DOCTYPE rss [{entities}]><rss version=\"2.0\"><channel><title>t</title><item><title>Bridge opened</title><description>{description}</description></item></channel></rss>";

    private static string Between(string text, string from, string to)
    {
        var start = text.IndexOf(from, StringComparison.Ordinal) + from.Length;
        return text[start..text.IndexOf(to, StringComparison.Ordinal)];
    }
}
