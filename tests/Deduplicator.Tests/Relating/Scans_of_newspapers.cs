using System.Text;
using Ingest.Contracts;
using Ingest.Deduplicator.Queries;

namespace Ingest.Deduplicator.Tests.Relating;

public sealed class Scans_of_newspapers
{
    private readonly ArticleComparer _comparer = new(new DeduplicatorOptions());

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Two_scans_of_one_story_meet_although_a_tenth_of_the_characters_differs(int seed)
    {
        var random = new Random(seed);
        var comparison = _comparer.Compare(
            News.Article("a", "Harbour reopens", Misread(News.Harbour, 0.05, random)), News.Article("b", "Ships return", Misread(News.Harbour, 0.05, random)));

        Assert.True(comparison.Similarity < 0.4, $"Similarity by words is {comparison.Similarity}.");
        Assert.Equal(Relations.Near, comparison.Relation);
    }

    [Fact]
    public void Are_told_by_nothing_when_that_is_switched_off()
    {
        var comparer = new ArticleComparer(new DeduplicatorOptions { ScanSimilarity = 1 });

        for (var seed = 0; seed < 400; seed++)
        {
            // Nearly all letters are left, but not the numbers.
            var scan = Misread(News.Harbour[..(News.Harbour.Length / 2)], 0.015, new Random(seed)) + " 71 32 45";
            Assert.Null(comparer.Compare(News.Article("a", "Harbour reopens", News.Harbour + " 17 23 54"), News.Article("b", "Ships return", scan)).Relation);
        }
    }

    [Fact]
    public void The_scan_of_a_story_that_was_cut_in_half_is_contained_in_it()
    {
        var half = Misread(News.Harbour[..(News.Harbour.Length / 2)], 0.05, new Random(2));

        Assert.Equal(Relations.Contained, _comparer.Compare(News.Article("a", "Harbour reopens", News.Harbour), News.Article("b", "Ships return", half)).Relation);
    }

    [Fact]
    public void A_misread_number_does_not_part_a_story_from_its_scan()
    {
        const string Story = "The harbour authority elected a new director on Monday evening, and the ships that had waited outside for more than a week began to enter before it was dark. Nobody could say how long the work on the northern mole would last, or whether the cranes would be back before winter. The election had been put off since 1987.";
        var scan = Misread(Story, 0.03, new Random(11)).Replace("1987", "198u", StringComparison.Ordinal).Replace("l987", "198u", StringComparison.Ordinal);

        Assert.NotNull(_comparer.Compare(News.Article("a", "Director elected", Story), News.Article("b", "Director elected", scan)).Relation);
    }

    [Fact]
    public void The_scan_of_another_notice_of_one_pattern_is_another_story()
    {
        var scan = Misread(Notice("Marlow Paper", "Upton", "Fraser", 31, 240, 1975, 12, 88), 0.05, new Random(3));

        Assert.Null(_comparer.Compare(
            News.Article("a", "Dunmere Steel plans new works", Notice("Dunmere Steel", "Kelso", "Okafor", 12, 115, 1962, 40, 23)), News.Article("b", "Marlow Paper plans new works", scan)).Relation);
    }

    [Theory]
    [InlineData("3,000", "3\u00A0000")]
    [InlineData("3000", "3\u202F000")]
    [InlineData("3.000", "3\u2019000")]
    [InlineData("12,345,678", "12\u00A0345\u00A0678")]
    public void Thousands_are_parted_by_each_house_in_its_own_way(string one, string other) => Assert.Equal(
        Relations.Exact,
        _comparer.Compare(News.Article("a", "Harbour", News.Harbour + $" It cost {one} crowns."), News.Article("b", "Harbour", News.Harbour + $" It cost {other} crowns.")).Relation);

    [Fact]
    public void A_year_before_a_blank_that_does_not_break_is_no_part_of_a_number() => Assert.Equal(
        Relations.Exact,
        _comparer.Compare(News.Article("a", "Harbour", News.Harbour + " In 2024 345 ships came."), News.Article("b", "Harbour", News.Harbour + " In 2024\u00A0345 ships came.")).Relation);

    private static string Notice(string company, string place, string chief, int jobs, int million, int year, int share, int hectares) =>
        $"{company} will build new works near {place} for {million} million crowns, chief executive {chief} said. The works will give {jobs} people a place and take {hectares} hectares of land that the town had kept free since {year}. "
        + $"The company wants to raise its exports to {share} per cent of what it sells. {chief} said that {place} was chosen because roads and water are there already. Shares of {company} rose after the news.";

    private static string Misread(string text, double share, Random random)
    {
        var read = new StringBuilder();
        foreach (var c in text)
        {
            read.Append(random.NextDouble() < share ? Lookalikes.Misread(c) : c.ToString());
        }

        return read.ToString();
    }
}
