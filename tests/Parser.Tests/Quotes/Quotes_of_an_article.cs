using Ingest.Parser.Quotes;

namespace Ingest.Parser.Tests.Quotes;

public sealed class Quotes_of_an_article
{
    [Theory]
    [InlineData("en", "“We will build it,” Ada Quill said on Tuesday.", "We will build it", "Ada Quill", "said")]
    [InlineData("en", "\"We will build it,\" said Mayor Ada Quill.", "We will build it", "Ada Quill", "said")]
    [InlineData("en", "Ada Quill said: “We will build it.”", "We will build it.", "Ada Quill", "said")]
    [InlineData("en", "It came late. On Monday Jon Marsh called the plan “unrealistic”.", "unrealistic", "Jon Marsh", "called")]
    [InlineData("en", "US War Secretary Jon Marsh echoed the mayor’s stance, calling the plan of the council and all its hopes “unrealistic.” He left.", "unrealistic", "Jon Marsh", "calling")]
    [InlineData("en", "“We will build it,” the authority's director Mila Sand said.", "We will build it", "Mila Sand", "said")]
    [InlineData("en", "“We will build it,” Mila Sand, the director, told reporters.", "We will build it", "Mila Sand", "told")]
    [InlineData("en", "“Nobody was hurt”, according to Mila Sand.", "Nobody was hurt", "Mila Sand", null)]
    [InlineData("de", "„Wir bauen die Brücke“, sagte Bürgermeisterin Ada Quell am Dienstag.", "Wir bauen die Brücke", "Ada Quell", "sagte")]
    [InlineData("de", "Ada Quell sagte: „Wir bauen die Brücke.“", "Wir bauen die Brücke.", "Ada Quell", "sagte")]
    [InlineData("fr", "« Nous construirons le pont », a déclaré M. Jean Roux.", "Nous construirons le pont", "Jean Roux", "a déclaré")]
    [InlineData("es", "«Construiremos el puente», dijo Ana Ruiz el martes.", "Construiremos el puente", "Ana Ruiz", "dijo")]
    [InlineData("it", "«Costruiremo il ponte», ha detto Anna Rossi.", "Costruiremo il ponte", "Anna Rossi", "ha detto")]
    [InlineData("pt", "“Vamos construir a ponte”, disse Ana Ramos.", "Vamos construir a ponte", "Ana Ramos", "disse")]
    [InlineData("nl", "‘We bouwen de brug’, zei Anna de Vries.", "We bouwen de brug", "Anna de Vries", "zei")]
    [InlineData("ru", "«Мы построим мост», — сказала Анна Петрова.", "Мы построим мост", "Анна Петрова", "сказала")]
    public void Have_the_speaker_that_the_text_names(string language, string text, string words, string speaker, string? verb)
    {
        var quote = Assert.Single(QuoteReader.Read(text, language));

        Assert.Equal((words, speaker, verb), (quote.Text, quote.Speaker, quote.Verb));
    }

    [Fact]
    public void Go_on_after_the_attribution()
    {
        var quotes = QuoteReader.Read("“We will build it,” Ada Quill said. “It is time.” The council agreed.", "en");

        Assert.Equal(["We will build it", "It is time."], quotes.Select(quote => quote.Text));
        Assert.All(quotes, quote => Assert.Equal("Ada Quill", quote.Speaker));
    }

    [Fact]
    public void Take_the_full_name_from_an_earlier_mention()
    {
        var quotes = QuoteReader.Read("The mayor of Lindholm, Ada Quill, opened the meeting.\n\n“We will build it,” Quill said.\n\n“It is time,” she added.", "en");

        Assert.Equal(["Ada Quill", "Ada Quill"], quotes.Select(quote => quote.Speaker));
    }

    [Fact]
    public void Of_several_paragraphs_are_one()
    {
        var quote = Assert.Single(QuoteReader.Read("Ada Quill said: “We will build it.\n\n“It is time.”\n\nThe council agreed.", "en"));

        Assert.Equal("We will build it.\n\nIt is time.", quote.Text);
    }

    [Theory]
    [InlineData("en", "“We will build it,” a spokesman for Acme said.")]
    [InlineData("en", "“We will build it,” he said.")]
    [InlineData("en", "“We will build it,” officials said.")]
    [InlineData("en", "“We will build it,” Quill and Marsh said.")]
    [InlineData("en", "They read “The Bridge of Lindholm” in school.")]
    [InlineData("en", "Ada Quill spoke first. Jon Marsh disagreed with her. “It is late,” he said of it in a note to Mila Sand.")]
    [InlineData("de", "„Wir bauen die Brücke“, sagte ein Sprecher der Stadt.")]
    [InlineData("de", "Experten sagten: „Die Brücke ist alt.“")]
    [InlineData("fr", "« Nous construirons le pont », a déclaré le ministre.")]
    public void Without_a_certain_speaker_are_left_out(string language, string text) => Assert.Empty(QuoteReader.Read(text, language));

    [Fact]
    public void Of_someone_else_in_between_end_the_pronoun()
    {
        var quotes = QuoteReader.Read("“We will build it,” Ada Quill said.\n\nThen the deputy Jon Marsh rose. “It is late,” he said.", "en");

        Assert.Equal("Ada Quill", Assert.Single(quotes).Speaker);
    }

    [Fact]
    public void Come_with_the_article_of_any_file()
    {
        var article = Parsing.Article("date 2025-02-13 Bridge to Be Built\n\nThe council met on Tuesday. “We will build it,” Ada Quill said after the meeting.\n");

        Assert.Equal("Ada Quill", Assert.Single(article.Quotes).Speaker);
    }

    [Theory]
    [InlineData("\"a ", 120_000)]
    [InlineData("„a ", 120_000)]
    [InlineData("“", 380_000)]
    public async Task That_open_without_end_are_none(string mark, int times)
    {
        var outcome = await Parsing.EndOf("Title: Bridge to Be Built\nDate: 2025-02-13\n\nThe council met on Tuesday. " + string.Concat(Enumerable.Repeat(mark, times)) + "\n");

        Assert.Empty(Assert.IsType<ParseOutcome.Parsed>(outcome).Articles[0].Quotes);
    }

    [Fact]
    public void May_go_over_many_paragraphs_but_not_over_pages()
    {
        string Text(int length) => "The council met on Tuesday.\n\n“We will build it.\n\n“And " + new string('x', length) + ",” Ada Quill said after the meeting.\n";

        Assert.Equal("Ada Quill", Assert.Single(Parsing.Article("Title: Bridge\nDate: 2025-02-13\n\n" + Text(3_900)).Quotes).Speaker);
        Assert.Empty(Parsing.Article("Title: Bridge\nDate: 2025-02-13\n\n" + Text(4_100)).Quotes);
    }
}
