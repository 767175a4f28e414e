using Ingest.Deduplicator.Sketching;
using Ingest.Deduplicator.Text;

namespace Ingest.Deduplicator.Tests.Sketching;

public sealed class What_looks_misread
{
    [Theory]
    [InlineData("The h0use was sold")]
    [InlineData("The 1etter was sold")]
    [InlineData("The hou;se was sold")]
    [InlineData("The ho*use was sold")]
    [InlineData("The h ouse was sold")]
    [InlineData("Das Ha5s wurde verkauft")]
    [InlineData("La maison fut vend|ue hier")]
    [InlineData("Дом был про8ан")]
    [InlineData("The house was so1d")]
    [InlineData("t")]
    public void Is_a_text_with_a_word_that_nobody_writes(string text) => Assert.True(Read(text).LooksMisread);

    [Theory]
    [InlineData("The 4th house, 5km from here, sold for $5m; it's No. 12b of 3/4 acres, 100,000 people said in 1990s.")]
    [InlineData("A man and I saw Mr. J. K. Smith's F16, an M3 and the A40 (B1234). U.S. sales rose 5.5pct.")]
    [InlineData("Jest w domu i z psem, k nim o tom s otcem. Y a la vez u otro e inglés à l'école d'été.")]
    [InlineData("He said: \"No!\" She left--slowly. They waited, then,and only then")]
    [InlineData("Covid-19 und 3,5-prozentige e-Mail-Adressen z.B. in Köln")]
    [InlineData("WORLD BANK, IMF: 1ST QTR NET 4TH-QTR LOSS 3.5 MLN VS 2 MLN")]
    [InlineData("Mean pm10 and co2 by ipv6, mp3 and covid19")]
    [InlineData("Take 100 g of flour, 2 l of milk and walk 5 m")]
    [InlineData("")]
    public void Is_no_text_as_people_write_them(string text)
    {
        // One typing error is one: "then,and" counts where there are few words.
        var read = Read(text.Replace("then,and", "then, and", StringComparison.Ordinal));

        Assert.False(read.LooksMisread);
    }

    [Fact]
    public void Is_no_long_text_with_one_slip()
    {
        var words = string.Join(' ', Enumerable.Repeat("the house was sold", 60));

        Assert.False(Read(words + " then,and").LooksMisread);
        Assert.True(Read(words + " then,and h0w").LooksMisread);
    }

    [Fact]
    public void Has_an_identity_of_its_own_as_it_is_compared_in_another_way()
    {
        var sketcher = new Sketcher(new DeduplicatorOptions());

        // The same words, but of one it shows that a mark stood within a word.
        var one = sketcher.Of(News.Article("a", "Harbour", News.Harbour + " Ships ;sail here, there"));
        var other = sketcher.Of(News.Article("b", "Harbour", News.Harbour + " Ships sail here;there"));

        Assert.Equal(one.Text.Tokens, other.Text.Tokens);
        Assert.True(other.Text.LooksMisread);
        Assert.NotEqual(one.Text.Identity, other.Text.Identity);
    }

    private static TokenizedText Read(string text) => Tokenizer.Read(Tokenizer.Compose(text), 1_000);
}
