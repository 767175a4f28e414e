using System.Diagnostics;
using Ingest.Portal.Compare;
using Ingest.Portal.Tests.Hosting;

namespace Ingest.Portal.Tests.Pages;

public sealed class Two_texts_side_by_side
{
    [Fact]
    public void Mark_the_words_that_only_one_has()
    {
        var row = Assert.Single(TextDifference.Of("The ferry carries 212 passengers.", "The new ferry carries 214 passengers."));

        Assert.Equal(["212"], Changed(row.First));
        Assert.Equal(["new ", "214"], Changed(row.Second));
    }

    [Fact]
    public void Pair_paragraphs_across_one_that_was_put_in_between()
    {
        var rows = TextDifference.Of("The harbour was closed.\n\nThe ferry sails again.", "The harbour was closed.\n\nA storm came by night.\n\nThe ferry sails again.");

        Assert.Equal([true, false, true], rows.Select(row => row.IsSame));
        Assert.Empty(rows[1].First);
    }

    [Fact]
    public void Leave_nothing_out_and_add_nothing()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var (first, second) = (RandomText(random), RandomText(random));
            var rows = TextDifference.Of(first, second);

            Assert.Equal(first, string.Join("\n\n", rows.Where(row => row.First.Count > 0).Select(row => string.Concat(row.First.Select(piece => piece.Text)))));
            Assert.Equal(second, string.Join("\n\n", rows.Where(row => row.Second.Count > 0).Select(row => string.Concat(row.Second.Select(piece => piece.Text)))));
        }
    }

    [Fact]
    public void Of_one_and_the_same_text_have_no_mark() =>
        Assert.All(TextDifference.Of("One.\n\nTwo two.\n\nThree.", "One.\n\nTwo two.\n\nThree."), row => Assert.True(row.IsSame));

    [Fact]
    public void Of_any_length_are_compared_without_filling_the_memory()
    {
        var words = string.Join(' ', Enumerable.Range(0, 30_000));
        var paragraphs = string.Join("\n\n", Enumerable.Range(0, 5_000).Select(i => $"Paragraph {i}."));
        var before = GC.GetAllocatedBytesForCurrentThread();

        TextDifference.Of(words, "x " + words + " y");
        TextDifference.Of(words, string.Join(' ', Enumerable.Range(40_000, 30_000)));
        TextDifference.Of(paragraphs, paragraphs + "\n\nEnd.");

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 500_000_000);
    }

    [Fact]
    public async Task Of_articles_that_are_gone_are_a_404()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        using var response = await portal.GetAsync($"/compare/{portal.Archive.Articles[0].ArticleId}/none");

        Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
    }

    private static IEnumerable<string> Changed(IEnumerable<DifferencePiece> pieces) => pieces.Where(piece => piece.IsChanged).Select(piece => piece.Text);

    private static string RandomText(Random random) => string.Join("\n\n", Enumerable.Range(0, random.Next(1, 6)).Select(_ =>
        string.Join(' ', Enumerable.Range(0, random.Next(1, 12)).Select(_ => new[] { "ferry", "harbour", "Größe", "12", "“x”", "中文" }[random.Next(6)]))));
}
