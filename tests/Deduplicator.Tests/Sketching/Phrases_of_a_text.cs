using Ingest.Deduplicator.Sketching;
using Ingest.Deduplicator.Text;

namespace Ingest.Deduplicator.Tests.Sketching;

public sealed class Phrases_of_a_text
{
    [Fact]
    public void Are_the_same_whatever_stands_between_its_letters()
    {
        var parted = News.Harbour.Replace("the ", "t he ", StringComparison.Ordinal).Replace(". ", ".- ", StringComparison.Ordinal).ToUpperInvariant();

        Assert.Equal(Read(News.Harbour).Phrases, Read(parted).Phrases);
    }

    [Fact]
    public void Are_chosen_again_where_the_text_stands_in_another()
    {
        var (own, inOther) = (Read(News.Harbour).Phrases, Read("Weather for Tuesday: rain in the north, sun in the south. " + News.Harbour).Phrases);

        Assert.True(own.Intersect(inOther).Count() > own.Length / 2, $"{own.Intersect(inOther).Count()} of {own.Length} are in both.");
    }

    [Fact]
    public void Are_few_and_distinct_in_a_text_that_repeats_itself()
    {
        var read = Read(string.Join(' ', Enumerable.Range(0, 200).Select(i => $"{News.Harbour} and {(char)('a' + (i % 26))}")));

        Assert.InRange(read.Phrases.Length, 1, PhraseSample.Most);
        Assert.Equal(read.Phrases.Distinct(), read.Phrases);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Fifteen letters")]
    public void Need_sixteen_letters(string text) => Assert.Empty(Read(text).Phrases);

    [Fact]
    public void Are_keys_of_a_full_text_and_told_from_its_other_keys()
    {
        var text = new Sketcher(new DeduplicatorOptions()).Of(News.Article("a", "Harbour", News.Harbour)).Text;

        Assert.Equal(text.Phrases.Select(phrase => phrase | 1).Distinct().Order(), text.Keys.Where(BandKeys.IsPhrase));
        Assert.InRange(text.Keys.Count(key => !BandKeys.IsPhrase(key)), 60, 64);
    }

    private static TokenizedText Read(string text) => Tokenizer.Read(text, 100_000, withGrams: true);
}
