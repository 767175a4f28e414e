using Ingest.Contracts;

namespace Ingest.Deduplicator.Tests.Set;

public sealed class A_column_of_several_stories
{
    private const string Council =
        "The council of Oakham voted on Monday to close two of the town's five libraries at the end of June. The mayor, Ada Quinn, said that the roofs would cost more than the town has for all its schools. Readers handed in a list of names and asked for another vote.";

    private const string Rowers =
        "The rowers of Whitby won the race of the eights on Sunday by half a length, ahead of Yarmouth and Kelso, in a wind that had turned over two of the boats at the start. It was their first victory since the club was founded again, the trainer Ole Jensen said.";

    [Fact]
    public async Task Does_not_bring_its_stories_into_one_cluster()
    {
        using var database = new TemporaryDatabase();
        await using var store = database.Store();
        await store.PlaceAsync(News.Article("harbour", "Harbour of Lindholm reopens", News.Harbour));
        await store.PlaceAsync(News.Article("council", "Oakham closes libraries", Council));
        await store.PlaceAsync(News.Article("rowers", "Whitby wins the eights", Rowers));
        await store.PlaceAsync(News.Article("column", "News in brief", string.Join("\n\n", News.Harbour, Council, Rowers), "2025-03-04T18:00"));

        var council = (await store.PlaceAsync(News.Article("council", "Oakham closes libraries", Council)))!.Assignment!;
        var rowers = (await store.PlaceAsync(News.Article("rowers", "Whitby wins the eights", Rowers)))!.Assignment!;

        Assert.Equal((News.Id("council"), News.Id("rowers")), (council.ClusterId, rowers.ClusterId));
    }

    [Fact]
    public async Task Or_a_longer_story_takes_what_stands_in_it_under_the_same_title()
    {
        using var database = new TemporaryDatabase();
        await using var store = database.Store();
        await store.PlaceAsync(News.Article("full", "Whitby wins the eights", $"{Council}\n\n{Rowers}"));

        var placed = (await store.PlaceAsync(News.Article("rowers", "Whitby wins the eights", Rowers, "2025-03-04T18:00")))!.Assignment!;

        Assert.Equal((News.Id("full"), Relations.Contained), (placed.ClusterId, placed.Relation));
    }
}
