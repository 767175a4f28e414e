using Ingest.Queries;

namespace Ingest.Indexer.Tests.Search;

public sealed class Counting_facets : IAsyncLifetime
{
    private readonly Archive _archive = new();

    public async ValueTask InitializeAsync() => await _archive.AddAsync(
        News.Article("a", "Flood one", date: "2025-02-13") with { Source = "The Times", Authors = ["Ann Müller", "Bob"], Agencies = ["Reuters"], Section = "World" },
        News.Article("b", "Flood two", date: "2025-02-13T10:00") with { Source = "THE TIMES", Authors = ["ann muller"], Agencies = ["REUTERS", "AP"] },
        News.Article("c", "Flood three", date: "2025-02-20") with { Source = "Le Monde", Language = "fr" },
        News.Article("d", "Flood four") with { Source = "Le Monde", Language = "fr" },
        News.Article("e", "Drought", date: "1999") with { Source = "Other" });

    public ValueTask DisposeAsync() => _archive.DisposeAsync();

    [Fact]
    public async Task Counts_values_of_everything_found_and_not_only_of_the_page()
    {
        var response = await AskAsync(new SearchRequest { Query = "flood", Limit = 1, Facets = 10 });
        Assert.Equal("Le Monde 2, The Times 2", Values(response, FacetFields.Source));
        Assert.Equal("en 2, fr 2", Values(response, FacetFields.Language));
        Assert.Equal("Reuters 2, AP 1", Values(response, FacetFields.Agency));
        Assert.Equal("World 1", Values(response, FacetFields.Section));
        Assert.Equal(FacetFields.All, response.Facets.Select(facet => facet.Field));
    }

    [Fact]
    public async Task Spellings_that_differ_in_case_and_accents_are_one_value_which_as_a_filter_finds_all()
    {
        var response = await AskAsync(new SearchRequest { Facets = 10 });
        Assert.Equal("Ann Müller 2, Bob 1", Values(response, FacetFields.Author));
        Assert.Equal(2, (await AskAsync(new SearchRequest { Author = "Ann Müller" })).Total);
        Assert.Equal(2, (await AskAsync(new SearchRequest { Agency = "Reuters" })).Total);
        Assert.Equal(1, (await AskAsync(new SearchRequest { Section = "world" })).Total);
    }

    [Fact]
    public async Task A_facet_with_a_filter_keeps_the_counts_of_its_other_values_and_the_others_follow_it()
    {
        var response = await AskAsync(new SearchRequest { Query = "flood", Source = "Le Monde", Facets = 10 });
        Assert.Equal(2, response.Total);
        Assert.Equal("Le Monde 2, The Times 2", Values(response, FacetFields.Source));
        Assert.Equal("fr 2", Values(response, FacetFields.Language));

        var both = await AskAsync(new SearchRequest { Source = "the times", Language = "en", Facets = 10 });
        Assert.Equal("The Times 2, Other 1", Values(both, FacetFields.Source));
        Assert.Equal("en 2", Values(both, FacetFields.Language));
        Assert.Equal("Ann Müller 2, Bob 1", Values(both, FacetFields.Author));
    }

    [Fact]
    public async Task Several_values_of_a_filter_find_what_has_any_of_them()
    {
        var response = await AskAsync(new SearchRequest { Source = "le monde\nOTHER\n", Facets = 10 });
        Assert.Equal(3, response.Total);
        Assert.Equal("Le Monde 2, The Times 2, Other 1", Values(response, FacetFields.Source));
        Assert.Equal("fr 2, en 1", Values(response, FacetFields.Language));
    }

    [Fact]
    public async Task Says_how_many_values_are_left_out()
    {
        var source = (await AskAsync(new SearchRequest { Facets = 1 })).Facets[0];
        Assert.Equal((1, 2), (source.Values.Count, source.Others));
        Assert.Empty((await AskAsync(new SearchRequest { Query = "flood" })).Facets);
    }

    [Fact]
    public async Task Follows_updates_withdrawals_and_duplicates()
    {
        await AskAsync(new SearchRequest { Facets = 10 });
        await _archive.ApplyAsync(
            News.Change(News.Article("c", "Flood three", revision: 2) with { Source = "New Source" }, News.Assignment("c", 10)),
            News.Retraction("d", 2), News.Change(News.Article("copy", "Flood one") with { Source = "Copy" }, News.Assignment("copy", 11, "a")));
        Assert.Equal("The Times 2, New Source 1, Other 1", Values(await AskAsync(new SearchRequest { Facets = 10 }), FacetFields.Source));
        Assert.Contains("Copy 1", Values(await AskAsync(new SearchRequest { Facets = 10, Duplicates = "show" }), FacetFields.Source), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("flood", "day", "2025-02-13 2, 2025-02-20 1", 1)]
    [InlineData("", "year", "1999 1, 2025 3", 1)]
    [InlineData("four", "day", "", 1)]
    public async Task The_histogram_has_days_months_or_years_as_they_fit(string query, string unit, string bars, long undated)
    {
        var histogram = (await AskAsync(new SearchRequest { Query = query, Histogram = true })).Histogram!;
        Assert.Equal((unit, bars, undated), (histogram.Unit, string.Join(", ", histogram.Bars.Select(bar => $"{bar.Period} {bar.Count}")), histogram.Undated));
    }

    [Fact]
    public async Task A_bar_is_what_its_period_finds()
    {
        await _archive.AddAsync(News.Article("m", "Flood five", date: "2024-11"), News.Article("n", "Flood six", date: "2024-11-30"));
        var histogram = (await AskAsync(new SearchRequest { Query = "flood", Histogram = true })).Histogram!;
        foreach (var bar in histogram.Bars)
        {
            Assert.Equal(bar.Count, (await AskAsync(new SearchRequest { Query = $"flood date:{bar.Period}" })).Total);
        }
    }

    private Task<SearchResponse> AskAsync(SearchRequest request) => _archive.SearchAsync(request);

    private static string Values(SearchResponse response, string field) =>
        string.Join(", ", response.Facets.Single(facet => facet.Field == field).Values.Select(value => $"{value.Value} {value.Count}"));
}
