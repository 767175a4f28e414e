using Ingest.Contracts;
using Ingest.Deduplicator.Queries;

namespace Ingest.Deduplicator.Tests.Relating;

public sealed class Titles_and_scans
{
    private readonly ArticleComparer _comparer = new(new DeduplicatorOptions());

    [Fact]
    public void Two_issues_from_one_template_are_two_stories_whatever_their_texts_share()
    {
        var first = News.Article("a", "SHOWA ALUMINIUM ISSUES WARRANT BOND", Bond("Showa Aluminium Corp", 100));
        var second = News.Article("b", "NIPPON SHOKUBAI ISSUES WARRANT BOND", Bond("Nippon Shokubai Kagaku Kogyo", 80));
        var comparison = _comparer.Compare(first, second);

        Assert.True(comparison.Similarity > 0.4);
        Assert.Null(comparison.Relation);
        Assert.Contains(comparison.Findings, finding => finding.Contains("different subjects", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("MILTON ROY CO <MRC> SETS QUARTERLY", "MILTON ROY CO <MRC> SETS REGULAR DIVIDEND", true)]
    [InlineData("QUAKER OATS CO <OAT> REGULAR DIVIDEND", "UNIBANCORP INC <UBCP> REGULAR DIVIDEND SET", false)]
    [InlineData("MIDWEST GRAIN FUTURES 11:00 EDT", "MIDWEST GRAIN FUTURES 11:01 EDT", true)]
    [InlineData("RUBBER PRICES - APRIL 7", "RUBBER PRICES - APRIL 8", false)]
    [InlineData("SVEECO INSTRUMENTS INC <VEE> SETS QUARTERLY", "VEECO INSTRUMENTS INC <VEE> SETS QUARTERLY", true)]
    public void Short_notices_with_the_same_words_are_one_where_their_titles_name_the_same(string first, string second, bool expected)
    {
        const string Body = "Qtly div 11 cts vs 11 cts prior. Pay June 15. Record May 15.";

        Assert.Equal(expected, _comparer.Compare(News.Article("a", first, Body), News.Article("b", second, Body)).Relation is not null);
    }

    [Fact]
    public void Short_notices_about_two_places_are_two_stories_though_all_other_words_are_the_same()
    {
        var first = News.Article("a", "JOLIET HOGS UP 1.00 DLR - PRIVATE SOURCES", "Joliet, April 7 - Hog prices opened 1.00 dlr higher, private sources said. Top 51.50 dlrs per cwt.");
        var second = News.Article("b", "ST JOSEPH HOGS OPEN UP 1.00 DLR - PRIVATE", "St Joseph, April 7 - Hog prices opened 1.00 dlr higher, private sources said. Top 51.50 dlrs per cwt.");

        Assert.Null(_comparer.Compare(first, second).Relation);
    }

    [Fact]
    public void A_scan_with_one_character_in_twenty_misread_is_found_although_its_words_are_not()
    {
        var scan = Misread(News.Harbour, new Random(4));
        var comparison = _comparer.Compare(News.Article("a", "Harbour reopens", News.Harbour), News.Article("b", "Harb0ur rcopens", scan));

        Assert.True(comparison.Similarity < 0.4, $"Similarity by words is {comparison.Similarity}.");
        Assert.Equal(Relations.Near, comparison.Relation);
        Assert.Contains(comparison.Findings, finding => finding.Contains("misread letters", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("HARBOUR REOPENS AFTER STORM", "HARB0UR REOPENS AFTER STORM")]
    [InlineData("HARBOUR REOPENS AFTER STORM", "HAR BOUR REOPENS AFTER STORM")]
    public void A_scan_whose_headline_begins_with_a_misread_word_is_of_the_same_subject(string title, string misread)
    {
        var scan = Misread(News.Harbour.Replace("harbour", "port", StringComparison.Ordinal), new Random(4));

        Assert.NotNull(_comparer.Compare(News.Article("a", title, News.Harbour), News.Article("b", misread, scan)).Relation);
    }

    [Theory]
    [InlineData("LINDH0LN HARBOUR REOPENS", "Limdholm", true)]
    [InlineData("LINDHELM HARBOUR REOPENS", "Lindhelm", false)]
    [InlineData("LINDHOLM'S HARBOUR REOPENS", "Limdholm", true)]
    [InlineData("LIND HARBOUR REOPENS", "Limdholm", false)]
    [InlineData("LONDHALN HARBOUR REOPENS", "Limdholm", false)]
    [InlineData("TAVASTIA HARBOUR REOPENS", "Limdholm", false)]
    public void A_name_that_looks_misread_and_is_not_in_its_own_article_is_no_other_subject(string title, string name, bool expected)
    {
        var other = News.Harbour.Replace("Lindholm", name, StringComparison.Ordinal).Replace("LINDHOLM", name, StringComparison.Ordinal)
            .Replace("the breakwater", "a breakwater", StringComparison.Ordinal).Replace("ninety", "some", StringComparison.Ordinal)
            .Replace("director", "head", StringComparison.Ordinal).Replace("everything", "all", StringComparison.Ordinal).Replace("expected", "thought", StringComparison.Ordinal);
        var comparison = _comparer.Compare(News.Article("a", "LINDHOLM HARBOUR REOPENS", News.Harbour), News.Article("b", title, other));

        Assert.InRange(comparison.Similarity, 0.4, 0.8);
        Assert.Equal(expected, comparison.Relation is not null);
    }

    [Fact]
    public void Two_issues_with_few_numbers_in_common_are_no_scans_of_each_other_though_their_letters_are_as_near()
    {
        var first = News.Article("a", "LINDHOLM BREWERIES ISSUES FIVE YEAR SFR NOTES", Notes("Lindholm Breweries Ltd of Japan is issuing 100", "4-5/8", "\n\nThe issue is guaranteed by Mole Bank.", "17"));
        var second = News.Article("b", "TAVASTIA KOGYO ISSUES 40 MLN SFR FIVE YEAR NOTES", Notes("Tavastia Kogyo Co Ltd is launching 40", "4-3/4", "", "18"));

        Assert.Null(_comparer.Compare(first, second).Relation);
    }

    [Fact]
    public void Two_contracts_that_leave_most_words_but_not_the_numbers_are_no_scans_of_each_other()
    {
        var first = News.Article("a", "LINDHOLM <LH> UNIT GETS 50.3 MLN DLR CONTRACT", Contract("Lindholm Corp's Lindholm USA Inc", "50.3", "April 1988"));
        var second = News.Article("b", "TAVAST INC <TV> 84.1 MLN DLR DEFENSE CONTRACT", Contract("Tavast Refining and Marketing Inc", "84.1", "March 31, 1988"));
        var comparison = _comparer.Compare(first, second);

        Assert.Null(comparison.Relation);
        Assert.DoesNotContain(comparison.Findings, finding => finding.Contains("it is one", StringComparison.Ordinal));
    }

    [Fact]
    public void Another_lead_before_a_long_block_is_one_story_under_the_same_title_only()
    {
        var rest = News.Harbour[(News.Harbour.IndexOf("\n\n", StringComparison.Ordinal) + 2)..][..250];
        var first = News.Article("a", "Harbour reopens", $"Ships may enter the port of Lindholm again after nine days without any traffic, as the storm of last week has left the coast at last and divers found the fairway clear of wrecks, officials of the authority told reporters there. {rest}");
        var second = News.Article("b", "Harbour reopens", $"Nine days of waiting ended for dozens of crews this morning when pilots took the earliest freighters past the broken mole, watched by hundreds of people who depend on the docks for their living, as they had feared for their jobs. {rest}");

        Assert.Equal(Relations.Near, _comparer.Compare(first, second).Relation);
        Assert.Null(_comparer.Compare(first, second with { Title = "Crews wait no longer" }).Relation);
    }

    [Fact]
    public void The_passages_that_both_have_are_marked_in_either_text()
    {
        var comparison = _comparer.Compare(
            News.Article("a", "One", "At noon the harbour of Lindholm reopened after a storm. Nobody was hurt."),
            News.Article("b", "Two", "In short: the harbour of Lindholm reopened after a storm, they said."));

        Assert.Equal("At noon ⟦the harbour of Lindholm reopened after a storm⟧. Nobody was hurt.", comparison.FirstMarked);
        Assert.Equal("In short: ⟦the harbour of Lindholm reopened after a storm⟧, they said.", comparison.SecondMarked);
    }

    private static string Bond(string issuer, int million) => FormattableString.Invariant(
        $"""
        LONDON, April 7 - {issuer} is issuing a {million} mln dlr equity warrant eurobond due April 1992 paying an indicated coupon of 2-1/8 pct and priced at par, lead manager Nomura International Ltd said.

        The selling concession is 1-1/2 pct while management and underwriting combined pays 3/4 pct. The bond is available in denominations of 5,000 dlrs and will be listed in Luxembourg.
        """);

    private static string Notes(string issuer, string coupon, string guarantee, string day) => FormattableString.Invariant(
        $"""
        ZURICH, March 5 - {issuer} mln Swiss francs of five year notes with a {coupon} pct coupon and 100-1/4 issue price, lead manager Swiss Bank Corp said.{guarantee}

        Payment is due March {day}.
        """);

    private static string Contract(string company, string million, string until) => FormattableString.Invariant(
        $"""
        WASHINGTON, March 17 - {company} is being awarded a {million} mln dlr Defense Logistics Agency contract for jet fuel, the Defense Department said.

        It said work on the contract, which was awarded as part of a multi-contract procurement program, is expected to be completed by {until}.
        """);

    private static string Misread(string text, Random random) =>
        string.Concat(text.Select(c => char.IsLetter(c) && random.Next(20) == 0 ? (c == 'x' ? 'z' : 'x') : c));
}
