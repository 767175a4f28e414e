using System.Text;
using CsCheck;
using Ingest.Parser.Store;

namespace Ingest.Parser.Tests.Texts;

public sealed class Any_bytes
{
    private static readonly Gen<byte[]> Noise = Gen.Byte.Array[0, 400];

    // Pieces of what the rules look for, in any order: reaches far more of them than noise does.
    private static readonly Gen<byte[]> Pieces = OneOf(
        " date 2025-02-13 ", "Date: ", "\n", "\r\n", "\n\n", "By ", "By Jane Doe, ", " and ", "(Reuters) - ", "LONDON, March 9", "-", "—", "###", "-30-", "\f",
        "(Reporting by ", ")", "; ", "Title: ", "Body: ", "Headline of it", "the bridge is built.", "2025", "13.02.25", "10:30 a.m. EST", "\t", " ", "\"", "“", "”",
        "新华社", "\uD83D\uDE00", "\u00AD", "\0", "\u001B$B", "https://news.example/", "=====", ", ", "|", ":", ".", "é", "\u2028", "   ", "von ", "1", "+", "T")
        .Array[0, 40].Select(pieces => Encoding.UTF8.GetBytes(string.Concat(pieces)));

    private static readonly Gen<byte[]> Marked = Gen.Select(
        OneOf<byte[]>([0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE, 0, 0], [0x1B, 0x24, 0x42]), Noise, (mark, noise) => (byte[])[.. mark, .. noise]);

    [Fact]
    public void Give_articles_that_can_be_kept_or_a_rejection() =>
        Gen.OneOf(Noise, Pieces, Marked).Sample(
            bytes =>
            {
                if (Parsing.Outcome(bytes) is not ParseOutcome.Parsed parsed)
                {
                    return true;
                }

                Assert.NotEmpty(parsed.Articles);
                Assert.Equal(parsed.Articles.Count, parsed.Articles.Select(article => article.ArticleId).Distinct().Count());
                foreach (var article in parsed.Articles)
                {
                    Assert.NotEmpty(article.Title);
                    var kept = ArticleJson.Read(ArticleJson.Write(article));
                    Assert.Equal(article.Title, kept.Title);
                    Assert.Equal(article.Body, kept.Body);
                    Assert.Equal(article.Authors, kept.Authors);
                }

                return true;
            },
            iter: 20_000,
            threads: 1);

    [Fact]
    public void Give_the_same_every_time() =>
        Pieces.Sample(
            bytes => Parsing.Outcome(bytes) is not ParseOutcome.Parsed parsed ||
                parsed.Articles.Select(ArticleJson.Write).SequenceEqual(((ParseOutcome.Parsed)Parsing.Outcome(bytes)).Articles.Select(ArticleJson.Write)),
            iter: 2_000,
            threads: 1);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
