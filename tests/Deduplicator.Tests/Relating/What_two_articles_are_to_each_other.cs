using Ingest.Contracts;
using Ingest.Deduplicator.Queries;

namespace Ingest.Deduplicator.Tests.Relating;

/// <summary>Each pair is asked of the comparison and of a store, in both orders of arrival: they must say the same.</summary>
public sealed class What_two_articles_are_to_each_other
{
    private const string Statement =
        "\"We will not leave this table before every prisoner of this war is home, every road is open again and every family knows what became of those whom it lost in the long winter that lies behind all of us,\"";

    [Fact]
    public Task A_copy_is_exact_whatever_its_punctuation() => AreAsync(
        Relations.Exact,
        News.Article("first", "Harbour of Lindholm reopens", News.Harbour),
        News.Article("second", "Lindholm harbour open", News.Harbour.Replace('"', '\u201D').Replace("\n\n", "\r\n", StringComparison.Ordinal), "2025-03-05"));

    [Fact]
    public Task A_cut_from_the_end_is_contained_and_never_canonical_although_it_came_out_first() => AreAsync(
        Relations.Contained,
        News.Article("full", "Harbour of Lindholm reopens", News.Harbour, "2025-03-04T12:00"),
        News.Article("brief", "Lindholm harbour open again", News.HarbourBrief, "2025-03-04T09:00"));

    [Fact]
    public Task A_correction_is_a_version() => AreAsync(
        Relations.Version,
        News.Article("first", "Harbour of Lindholm reopens", News.Harbour),
        News.Article("second", "CORRECTED - Harbour of Lindholm reopens", News.Harbour.Replace("nine days", "eight days", StringComparison.Ordinal), "2025-03-04T11:30"));

    [Fact]
    public Task A_changed_text_of_the_same_agency_later_that_day_is_a_version() => AreAsync(
        Relations.Version,
        News.Article("first", "Harbour reopens", News.Harbour, agencies: "Reuters"),
        News.Article("second", "Harbour reopens", News.Harbour + " Two ships left at noon for the north.", "2025-03-04T15:30", agencies: "Reuters"));

    [Fact]
    public Task The_same_story_with_another_lead_is_near() => AreAsync(
        Relations.Near,
        News.Article("first", "Harbour reopens", News.Harbour),
        News.Article("second", "Ships return", "Ships are back at Lindholm. " + News.Harbour[News.Harbour.IndexOf("after a storm", StringComparison.Ordinal)..], "2025-03-05"));

    [Fact]
    public async Task A_long_quotation_links_two_stories_and_does_not_merge_them()
    {
        var first = News.Article("first", "Talks", $"The president spoke for an hour on Monday in the old town hall and met nobody afterwards. {Statement} he said at the end of it.");
        var second = News.Article("second", "Markets", $"Shares rose in light trade as investors bet that the talks would go on next week in the capital. {Statement} traders read on their screens.");

        await AreAsync(Relations.Quotes, first, second);
    }

    [Fact]
    public Task A_template_with_other_numbers_is_another_story() => AreAsync(
        null,
        News.Article("first", "Acme dividend", Dividend("Acme Industries", 12, 15, 28, 7)),
        News.Article("second", "Bolt dividend", Dividend("Bolt Holdings", 31, 22, 30, 9)));

    [Fact]
    public Task The_same_text_a_month_later_is_another_story() => AreAsync(
        null,
        News.Article("first", "Harbour reopens", News.Harbour),
        News.Article("second", "Harbour reopens", News.Harbour, "2025-04-04"));

    [Fact]
    public Task Few_words_are_one_story_with_the_same_title_only()
    {
        const string body = "Qtly div 10 cts vs 10 cts prior. Pay April 15. Record March 30.";
        var first = News.Article("first", "ACME CORP QUARTERLY DIVIDEND", body);
        return Task.WhenAll(
            AreAsync(Relations.Exact, first, News.Article("second", "Acme Corp quarterly dividend", body)),
            AreAsync(null, first, News.Article("second", "BOLT CORP QUARTERLY DIVIDEND", body)),
            AreAsync(null, first, News.Article("second", "ACME CORP QUARTERLY DIVIDEND", body, "2025-03-07")),
            AreAsync(null, first, News.Article("second", "ACME CORP QUARTERLY DIVIDEND", body.Replace("10 cts vs", "11 cts vs", StringComparison.Ordinal))));
    }

    [Fact]
    public Task Headlines_without_a_text_are_one_with_the_same_title_on_the_same_day_only()
    {
        var first = News.Article("first", "Fed raises rates", "");
        return Task.WhenAll(
            AreAsync(Relations.Exact, first, News.Article("second", "FED RAISES RATES", "", "2025-03-04")),
            AreAsync(null, first, News.Article("second", "Fed raises rates", "", "2025-03-05")),
            AreAsync(null, first, News.Article("second", "Fed cuts rates", "")),
            AreAsync(null, News.Article("first", "", ""), News.Article("second", "", "")));
    }

    [Fact]
    public Task Texts_without_spaces_between_words_are_compared_as_well()
    {
        const string chinese = "新华社北京三月四日电 风暴过后关闭九天的林德霍尔姆港口星期二重新开放，港务局表示，四十一艘船只在防波堤外等候，清理排队将持续到星期五，五台起重机中有两台仍然无法使用。";
        return AreAsync(
            Relations.Near,
            News.Article("first", "港口重新开放", chinese),
            News.Article("second", "港口开放", "最新消息：" + chinese[8..] + "维修费用预计很高。", "2025-03-04T12:00"));
    }

    [Fact]
    public void The_evidence_names_figures_thresholds_and_the_shared_text()
    {
        var comparison = new ArticleComparer(new DeduplicatorOptions()).Compare(
            News.Article("full", "Harbour", News.Harbour), News.Article("brief", "Harbour", News.HarbourBrief, "2025-03-04T12:00"));

        Assert.Equal(1, comparison.SecondInFirst, 3);
        Assert.InRange(comparison.FirstInSecond, 0.3, 0.7);
        Assert.Equal(2, comparison.HoursApart);
        Assert.StartsWith("LINDHOLM, March 4", comparison.SharedText, StringComparison.Ordinal);
        Assert.EndsWith("until Friday", comparison.SharedText, StringComparison.Ordinal);
        Assert.Contains(comparison.Findings, finding => finding.Contains("at most 72 are allowed: close enough", StringComparison.Ordinal));
        Assert.Contains(comparison.Findings, finding => finding.Contains("0.40 is needed", StringComparison.Ordinal));
    }

    private static string Dividend(string company, int cents, int paid, int record, int directors) =>
        $"The board of {company} declared a regular quarterly dividend of {cents} cents a share, payable on April {paid} to shareholders of "
        + $"record on March {record}, the company said in a statement issued after its annual meeting on Tuesday. It also elected {directors} directors.";

    private static async Task AreAsync(string? relation, Article first, Article second)
    {
        var compared = new ArticleComparer(new DeduplicatorOptions()).Compare(first, second);
        Assert.Equal(relation, compared.Relation);
        foreach (var order in new[] { new[] { first, second }, [second, first] })
        {
            using var database = new TemporaryDatabase();
            await using var store = database.Store();
            await store.PlaceAsync(order[0]);
            await store.PlaceAsync(order[1]);
            var placed = (await store.PlaceAsync(second))!.Assignment!;
            var merged = relation is not (null or Relations.Quotes);
            if (relation == Relations.Exact && placed.Relation == Relations.Canonical)
            {
                // Of two copies the one that comes first in canonical order leads.
                placed = (await store.PlaceAsync(first))!.Assignment!;
            }

            Assert.Equal(merged ? relation : Relations.Canonical, placed.Relation);
            Assert.Equal(merged ? compared.Similarity : 0, placed.Similarity);
        }
    }
}
