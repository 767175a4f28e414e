using Ingest.Deduplicator.Text;
using Xunit;

namespace Ingest.Deduplicator.Tests.Sketching;

/// <summary>Words of plain letters are read sixteen characters at a time, all others letter by letter.</summary>
public sealed class Words_read_at_once
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static readonly string[] Ends = [" ", "\n", ", ", ".", "\"", " - ", "; ", "@", "[", "`", "{ ", "\u2014", "\r\n"];

    [Fact]
    public void Are_the_words_that_reading_letter_by_letter_gives()
    {
        var random = new Random(5);
        for (var round = 0; round < 2_000; round++)
        {
            var words = Enumerable.Range(0, random.Next(1, 12)).Select(_ => new string(random.GetItems<char>(Letters, random.Next(1, 40)))).ToList();
            var ends = random.GetItems(Ends, words.Count);
            var text = string.Concat(words.Zip(ends, (word, end) => word + end));
            // A soft hyphen is as if it were not there, but no plain letter.
            var slow = string.Concat(words.Zip(ends, (word, end) => "\u00AD" + string.Join('\u00AD', word.ToCharArray()) + end));

            var (read, one) = (Tokenizer.Read(text, 1_000, withGrams: true), Tokenizer.Read(slow, 1_000, withGrams: true));

            Assert.Equal(words.Count, read.Words);
            Assert.Equal(one.Tokens, read.Tokens);
            Assert.Equal(one.Identity, read.Identity);
            Assert.Equal(one.Grams, read.Grams);
            Assert.Equal(words.Select(word => word.ToLowerInvariant()).Select(word => (WordShape.Of(word[0], word[^1], word.Length) << 16) | ((uint)WordHash.Of(word) >> 16)), read.Tokens);
        }
    }

    [Theory]
    [InlineData("don't", "dont")]
    [InlineData("1,234.50", "1234.50")]
    [InlineData("NAÏVE", "naïve")]
    [InlineData("ＡＢＣ１", "abc1")]
    public void Are_folded_as_others_are(string first, string second) =>
        Assert.Equal(Tokenizer.Read(second + " and more", 10).Tokens, Tokenizer.Read(first + " and more", 10).Tokens);

    [Theory]
    [InlineData("中国内", "中国 国内")]
    [InlineData("哈哈哈", "哈哈 哈哈")]
    public void Without_spaces_name_another_text_where_their_letters_differ(string first, string second)
    {
        var (one, other) = (Tokenizer.Read(first, 10), Tokenizer.Read(second, 10));

        Assert.Equal(one.Tokens, other.Tokens);
        Assert.NotEqual(one.Identity, other.Identity);
    }

    [Fact]
    public void Without_spaces_give_the_same_letters_whatever_follows_the_text()
    {
        var text = string.Concat(Enumerable.Range(0, 40).Select(i => $"a{(char)('中' + i)}"));

        Assert.Equal(Tokenizer.Read(text, 1_000, withGrams: true).Grams, Tokenizer.Read(text + " ", 1_000, withGrams: true).Grams);
    }

    [Fact]
    public void Stand_where_they_stood()
    {
        const string text = "Plain words, a naïve one and 12,5 more";

        var read = Tokenizer.Read(text, 100, withOffsets: true);

        Assert.Equal(["Plain", "words", "a", "naïve", "one", "and", "12,5", "more"], read.Offsets.Select(place => text[place.Start..place.End]));
    }
}
