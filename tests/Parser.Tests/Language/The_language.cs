using Ingest.Parser.Language;

namespace Ingest.Parser.Tests.Language;

public sealed class The_language
{
    [Theory]
    [InlineData("en", "The council decided on Tuesday to build a new bridge, and the mayor said that it was about time.")]
    [InlineData("da", "Byrådet besluttede tirsdag at bygge en ny bro over åen. Arbejdet begynder til foråret, oplyser kommunen, og der er ikke råd til en færge.")]
    [InlineData("no", "Bystyret vedtok tirsdag å bygge en ny bro over elva. Arbeidet begynner til våren, opplyser kommunen, og det er ikke lenger behov for ferge.")]
    [InlineData("fi", "Kaupunginvaltuusto päätti tiistaina rakentaa uuden sillan joen yli. Työt alkavat keväällä, kertoo kaupunki, eikä lauttaa enää käytetä.")]
    [InlineData("et", "Linnavolikogu otsustas teisipäeval ehitada uue silla üle jõe. Tööd algavad kevadel, teatas amet, ja elanikud on rahul, et ümbersõitu enam vaja ei ole.")]
    [InlineData("lt", "Miesto taryba antradienį nusprendė statyti naują tiltą per upę. Darbai prasidės pavasarį, ir gyventojai džiaugiasi, kad aplinkkelio daugiau nereikės.")]
    [InlineData("lv", "Pilsētas dome otrdien nolēma būvēt jaunu tiltu pāri upei. Darbi sāksies pavasarī, un iedzīvotāji ir apmierināti, ka apvedceļš vairs nebūs vajadzīgs.")]
    [InlineData("sk", "Mestské zastupiteľstvo v utorok rozhodlo o stavbe nového mosta cez rieku. Práce začnú na jar, uviedol úrad, a obyvatelia sú spokojní, pretože obchádzka už nebude potrebná.")]
    [InlineData("cs", "Zastupitelstvo města v úterý rozhodlo o stavbě nového mostu přes řeku. Práce začnou na jaře, uvedl úřad, a obyvatelé jsou spokojeni, protože objížďka už nebude potřeba.")]
    [InlineData("sl", "Mestni svet je v torek sklenil, da bo čez reko zgradil nov most. Dela se začnejo spomladi, prebivalci pa so zadovoljni, ker obvoz ne bo več potreben.")]
    [InlineData("vi", "Hội đồng thành phố hôm thứ Ba đã quyết định xây một cây cầu mới qua sông. Công trình sẽ bắt đầu vào mùa xuân và kéo dài hai năm.")]
    [InlineData("be", "Гарадскі савет у аўторак вырашыў пабудаваць новы мост праз раку. Працы пачнуцца вясной, і жыхары задаволеныя, што аб'езд больш не спатрэбіцца.")]
    [InlineData("te", "నగర మండలి మంగళవారం నదిపై కొత్త వంతెన నిర్మించాలని నిర్ణయించింది.")]
    public void Of_a_few_sentences_is_told(string language, string text) => Assert.Equal(language, LanguageDetector.Detect(text));

    [Theory]
    [InlineData("Lorem ipsum dolor")]
    [InlineData("12 345 678")]
    public void Is_left_open_where_nothing_tells_it(string text) => Assert.Null(LanguageDetector.Detect(text));

    private const string German =
        "Der Stadtrat von Eastmere hat am Dienstagabend nach einer Debatte von vier Stunden beschlossen, eine Brücke über den Fluss zu bauen. Sie wird 340 Meter lang und soll in drei Jahren fertig sein, " +
        "sagte die Bürgermeisterin, die seit ihrer Wahl dafür gekämpft hatte. Die Anwohner der Altstadt fürchten Lärm und Verkehr; eine Gruppe von ihnen will gegen den Beschluss vor Gericht ziehen.";

    [Fact]
    public void That_a_template_states_does_not_hold_against_the_words_of_the_text()
    {
        var article = Parsing.Article($"<html lang=\"en\"><head><title>Brücke wird gebaut</title></head><body><article><h1>Brücke wird gebaut</h1><p>{German}</p></article></body></html>");

        Assert.Equal("de", article.Language);
        Assert.Equal("detected:words", article.Origin["language"]);
        Assert.Contains("language: en is stated, but the text is in another one", article.Warnings);
    }

    [Theory]
    [InlineData("de")]
    [InlineData("lb")]
    [InlineData("nds")]
    public void That_is_stated_holds_where_the_words_are_its_own_or_are_not_known(string stated) => Assert.Null(LanguageDetector.Contradict(stated, German) is { } other && other != stated ? other : null);

    [Fact]
    public void That_is_stated_holds_for_a_near_relation()
    {
        const string norwegian = "Kommunestyret i Eastmere vedtok tirsdag kveld etter en debatt på fire timer å bygge en bro over elven. Den blir 340 meter lang og skal stå ferdig om tre år, sa ordføreren, som har kjempet for den siden hun ble valgt. " +
            "Beboerne i gamlebyen frykter støy og trafikk, og en gruppe av dem vil gå til retten mot vedtaket, som de mener er i strid med loven.";

        Assert.Null(LanguageDetector.Contradict("da", norwegian));
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("he")]
    [InlineData("ja")]
    public void That_is_stated_is_contradicted_by_another_script(string stated)
    {
        var text = string.Concat(Enumerable.Repeat("The council of the town met on Tuesday evening and decided to build a new bridge over the river. ", 4));

        Assert.Equal("en", LanguageDetector.Contradict(stated, text));
    }
}
