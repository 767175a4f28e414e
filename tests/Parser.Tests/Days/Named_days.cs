namespace Ingest.Parser.Tests.Days;

public sealed class Named_days
{
    // 13 February 2025 is a Thursday.
    private const string Published = "2025-02-13T09:30+01:00";

    [Theory]
    [InlineData("en", "The council met on Wednesday.", "on Wednesday", "2025-02-12")]
    [InlineData("en", "The council met Thursday evening.", "Thursday", "2025-02-13")]
    [InlineData("en", "The bridge will open on Friday.", "on Friday", "2025-02-14")]
    [InlineData("en", "The road stays closed until Tuesday.", "until Tuesday", "2025-02-18")]
    [InlineData("en", "The mayor said on Tuesday the bridge will be built.", "on Tuesday", "2025-02-11")]
    [InlineData("en", "The council met last Friday.", "last Friday", "2025-02-07")]
    [InlineData("en", "It meets again next Monday.", "next Monday", "2025-02-17")]
    [InlineData("en", "It was decided yesterday.", "yesterday", "2025-02-12")]
    [InlineData("de", "Der Stadtrat hat am Mittwoch getagt.", "am Mittwoch", "2025-02-12")]
    [InlineData("de", "Das wurde gestern bekannt.", "gestern", "2025-02-12")]
    [InlineData("de", "Der Rat wird am Montag beraten.", "am Montag", "2025-02-17")]
    [InlineData("de", "Am vergangenen Freitag tagte der Rat.", "Am vergangenen Freitag", "2025-02-07")]
    [InlineData("fr", "Le conseil a voté mercredi.", "mercredi", "2025-02-12")]
    [InlineData("fr", "Le vote a eu lieu hier soir.", "hier", "2025-02-12")]
    [InlineData("fr", "Le conseil a voté mardi dernier.", "mardi dernier", "2025-02-11")]
    [InlineData("es", "El concejo votó el miércoles.", "el miércoles", "2025-02-12")]
    [InlineData("es", "El concejo votó el lunes pasado.", "el lunes pasado", "2025-02-10")]
    [InlineData("it", "Il consiglio ha votato mercoledì.", "mercoledì", "2025-02-12")]
    [InlineData("pt", "A câmara votou na quarta-feira.", "na quarta-feira", "2025-02-12")]
    [InlineData("nl", "De raad stemde woensdag.", "woensdag", "2025-02-12")]
    [InlineData("ru", "Совет проголосовал в среду.", "в среду", "2025-02-12")]
    [InlineData("ru", "Об этом стало известно вчера.", "вчера", "2025-02-12")]
    public void Are_resolved_against_the_day_of_publication(string language, string text, string phrase, string day)
    {
        var named = Assert.Single(Parser.Days.DayReader.Read(text, Published, language));

        Assert.Equal((phrase, day), (named.Text, named.Date));
    }

    [Theory]
    [InlineData("en", "Shops were full on Black Friday.")]
    [InlineData("en", "The Sunday Times reported it.")]
    [InlineData("en", "The market opens every Tuesday.")]
    [InlineData("en", "The council met on Tuesday, March 4.")]
    [InlineData("fr", "Le marché ouvre le mardi.")]
    [InlineData("es", "El mercado abre los martes.")]
    [InlineData("es", "Llovió por la mañana.")]
    [InlineData("de", "Der Markt öffnet jeden Dienstag.")]
    [InlineData("ja", "The council met on Tuesday.")]
    public void Are_left_alone_where_they_are_no_certain_day(string language, string text) => Assert.Empty(Parser.Days.DayReader.Read(text, Published, language));

    [Theory]
    [InlineData(null)]
    [InlineData("2025")]
    [InlineData("2025-02")]
    public void Need_the_day_of_publication(string? published) => Assert.Empty(Parser.Days.DayReader.Read("The council met on Wednesday.", published, "en"));

    [Fact]
    public void Come_with_the_article_of_any_file()
    {
        var article = Parsing.Article("date 2025-02-13 Bridge to Be Built\n\nThe council decided on Tuesday that a new bridge is to be built over the river.\n");

        Assert.Equal("2025-02-11", Assert.Single(article.Days).Date);
    }
}
