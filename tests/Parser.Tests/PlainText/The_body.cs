namespace Ingest.Parser.Tests.PlainText;

public sealed class The_body
{
    private const string First = "The council of the town met on Tuesday evening and decided to build a new bridge over the river, which many had asked for.";
    private const string Second = "The mayor was pleased with it, and so were most of the citizens who had come to the town hall in the rain.";

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\u2028")]
    public void Is_the_same_with_every_line_end(string end)
    {
        var article = Parsing.Article(string.Join(end, "date 2025-02-13 Bridge to Be Built", "", "By Jane Doe", "", First, "", Second, ""));

        Assert.Equal("Bridge to Be Built", article.Title);
        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal($"{First}\n\n{Second}", article.Body);
    }

    [Fact]
    public void Has_one_paragraph_a_line_when_there_are_no_blank_lines() =>
        Assert.Equal($"{First}\n\n{Second}", Parsing.Article($"date 2025-02-13 Bridge to Be Built\n{First}\n{Second}").Body);

    [Theory]
    [InlineData(64)]
    [InlineData(72)]
    [InlineData(78)]
    public void Is_unwrapped_where_lines_were_broken_at_a_width(int width)
    {
        var text = $"date 2025-02-13 Bridge to Be Built\n\n{Wrapped(First, width)}\n\n{Wrapped(Second, width)}\n\n{Wrapped(First, width)}\n";

        Assert.Equal($"{First}\n\n{Second}\n\n{First}", Parsing.Article(text).Body);
    }

    [Fact]
    public void Is_unwrapped_where_indents_open_the_paragraphs()
    {
        var text = $"Bridge to Be Built\n\n    {Wrapped(First, 64)}\n    {Wrapped(Second, 64)}\n    {Wrapped(First, 64)}\n";

        Assert.Equal($"{First}\n\n{Second}\n\n{First}", Parsing.Article(text).Body);
    }

    [Fact]
    public void Keeps_lines_that_are_meant()
    {
        const string verse = "The bridge is long,\nthe bridge is wide,\nit takes you to\nthe other side.";

        Assert.EndsWith(verse, Parsing.Article($"date 2025-02-13 Bridge to Be Built\n\n{First}\n\n{verse}").Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-30-")]
    [InlineData("ENDS")]
    [InlineData("###")]
    [InlineData("Reuters")]
    [InlineData("(END)\n\nREUTERS")]
    public void Ends_before_a_sign_off(string marker)
    {
        var article = Parsing.Article($"date 2025-02-13 Bridge to Be Built\n\n{First}\n\n{Second}\n\n{marker}\n");

        Assert.Equal($"{First}\n\n{Second}", article.Body);
        Assert.Contains(marker.Split('\n')[0], article.Origin["signOff"], StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_the_credit_at_its_end_and_takes_the_reporters_from_it()
    {
        var article = Parsing.Article(
            $"date 2025-02-13 Bridge to Be Built\n\nLONDON (Reuters) - {First}\n\n{Second}\n\n(Reporting by Jane Doe and John Roe; Editing by Max Poe)\n");

        Assert.Equal(["Jane Doe", "John Roe"], article.Authors);
        Assert.Equal("sign-off:reporting-by", article.Origin["authors"]);
        Assert.EndsWith("(Reporting by Jane Doe and John Roe; Editing by Max Poe)", article.Body, StringComparison.Ordinal);
    }

    private static string Wrapped(string text, int width)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length + 1 + word.Length > width)
            {
                lines.Add(word);
            }
            else
            {
                lines[^1] += lines[^1].Length == 0 ? word : " " + word;
            }
        }

        return string.Join('\n', lines);
    }
}
