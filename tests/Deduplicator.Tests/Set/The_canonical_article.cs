using Ingest.Contracts;
using Ingest.Deduplicator.Sketching;
using Ingest.Deduplicator.Text;

namespace Ingest.Deduplicator.Tests.Set;

public sealed class The_canonical_article
{
    private static readonly Article Paper = News.Article("paper", "Harbour reopens", News.Harbour, "2025-03-04", source: "Lindholm Daily", agencies: "Reuters");
    private static readonly Article Wire = News.Article("wire", "Harbour reopens", News.Harbour, "2025-03-04T14:05", source: "Reuters", agencies: "Reuters");
    private static readonly Article Other = News.Article("other", "Harbour reopens", News.Harbour, "2025-03-04T11:00", source: "AFP", agencies: "Reuters");

    [Theory]
    [InlineData("paper wire other")]
    [InlineData("wire other paper")]
    [InlineData("other paper wire")]
    public async Task Is_the_agencys_own_whatever_the_papers_dates_say(string order)
    {
        var canonical = await CanonicalAsync(new DeduplicatorOptions(), order);

        Assert.Equal(Wire.ArticleId, canonical);
    }

    [Fact]
    public async Task Is_of_the_agency_that_is_ranked_first() =>
        Assert.Equal(Other.ArticleId, await CanonicalAsync(new DeduplicatorOptions { Agencies = "afp; AFP; Reuters" }, "paper wire other"));

    [Fact]
    public async Task Is_the_earliest_where_no_agency_is_ranked() =>
        Assert.Equal(Paper.ArticleId, await CanonicalAsync(new DeduplicatorOptions { Agencies = "" }, "wire other paper"));

    [Theory]
    [InlineData("Reuters", 0)]
    [InlineData("REUTERS", 0)]
    [InlineData(" Reuters UK ", 0)]
    [InlineData("AP", 1)]
    [InlineData("AP News", 1)]
    [InlineData("The Associated Press", 2)]
    [InlineData("Ap", AgencyRanks.None)]
    [InlineData("Apple Daily", AgencyRanks.None)]
    [InlineData("Lindholm Daily", AgencyRanks.None)]
    [InlineData("", AgencyRanks.None)]
    [InlineData(null, AgencyRanks.None)]
    public void Is_an_agencys_own_when_its_publication_is_the_agency(string? publication, int rank) =>
        Assert.Equal(rank, new AgencyRanks("Reuters; AP;Associated Press ;").Of(publication));

    private static async Task<string> CanonicalAsync(DeduplicatorOptions options, string order)
    {
        using var database = new TemporaryDatabase();
        await using var store = database.Store(options);
        var sketcher = new Sketcher(options);
        foreach (var name in order.Split(' '))
        {
            await store.PlaceAsync(sketcher.Of(new[] { Paper, Wire, Other }.Single(article => article.ArticleId == News.Id(name))), TestContext.Current.CancellationToken);
        }

        return (await store.PlaceAsync(sketcher.Of(Paper), TestContext.Current.CancellationToken))!.Assignment!.CanonicalId;
    }
}
