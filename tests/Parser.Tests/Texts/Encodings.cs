using System.Text;

namespace Ingest.Parser.Tests.Texts;

public sealed class Encodings
{
    private const string German =
        "date 2025-02-13 Brücke über die Weiße Elster wird größer\n\nVon Jörg Müller\n\nDer Stadtrat hat am Dienstag beschlossen, die Brücke über die Elster für 20 Millionen Euro zu vergrößern. „Schön“, sagte der Bürgermeister.\n";

    private const string Russian =
        "date 2025-02-13 Новый мост через реку построят в следующем году\n\nГородской совет во вторник вечером решил построить новый мост через реку. Мэр города сообщил, что строительство начнется весной и продлится два года.\n";

    static Encodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", false, "utf-8")]
    [InlineData("utf-8", true, "bom:utf-8")]
    [InlineData("utf-16", true, "bom:utf-16le")]
    [InlineData("utf-16", false, "zero-bytes:utf-16le")]
    [InlineData("utf-16BE", true, "bom:utf-16be")]
    [InlineData("utf-16BE", false, "zero-bytes:utf-16be")]
    [InlineData("utf-32", true, "bom:utf-32le")]
    [InlineData("windows-1252", false, "detected:windows-1252")]
    public void Of_western_texts_are_told(string name, bool mark, string origin)
    {
        var article = Parsing.Article(Bytes(German, name, mark));

        Assert.Equal("Brücke über die Weiße Elster wird größer", article.Title);
        Assert.Equal(["Jörg Müller"], article.Authors);
        Assert.EndsWith("„Schön“, sagte der Bürgermeister.", article.Body, StringComparison.Ordinal);
        Assert.Equal("de", article.Language);
        Assert.Equal(origin, article.Origin["encoding"]);
    }

    [Theory]
    [InlineData("windows-1251")]
    [InlineData("koi8-r")]
    [InlineData("iso-8859-5")]
    [InlineData("utf-16")]
    public void Of_russian_texts_are_told(string name)
    {
        var article = Parsing.Article(Bytes(Russian, name, mark: name == "utf-16"));

        Assert.Equal("Новый мост через реку построят в следующем году", article.Title);
        Assert.Equal("ru", article.Language);
    }

    [Theory]
    [InlineData("shift_jis", "date 2025-02-13 新しい橋の建設が決まる\n\n市議会は火曜日の夜、川に新しい橋を建設することを決定した。市長は記者団に対し、工事は春に始まり、二年間続くと述べた。\n", "新しい橋の建設が決まる")]
    [InlineData("iso-2022-kr", "date 2025-02-13 새로운 다리가 건설될 예정이다\n\n시의회는 화요일 저녁 강 위에 새로운 다리를 건설하기로 결정했다.\n", "새로운 다리가 건설될 예정이다")]
    [InlineData("iso-2022-jp", "date 2025-02-13 新しい橋の建設が決まる\n\n市議会は火曜日の夜、川に新しい橋を建設することを決定した。\n", "新しい橋の建設が決まる")]
    [InlineData("gb18030", "date 2025-02-13 新的大桥将在明年建成\n\n市议会星期二晚上决定在河上修建一座新的大桥。市长对记者说，工程将于春季开始，并将持续两年时间。\n", "新的大桥将在明年建成")]
    [InlineData("euc-kr", "date 2025-02-13 새로운 다리가 건설될 예정이다\n\n시의회는 화요일 저녁 강 위에 새로운 다리를 건설하기로 결정했다. 시장은 기자들에게 공사가 봄에 시작될 것이라고 말했다.\n", "새로운 다리가 건설될 예정이다")]
    public void Of_east_asian_texts_are_told(string name, string text, string title) =>
        Assert.Equal(title, Parsing.Article(Bytes(text, name, mark: false)).Title);

    [Fact]
    public void Of_windows_keep_their_typographic_quotes()
    {
        var article = Parsing.Article(Bytes("date 2025-02-13 “Bridge” to Be Built – at Last\n\nThe mayor said: “It’s time…” and smiled at the crowd for a while.\n", "windows-1252", mark: false));

        Assert.Equal("“Bridge” to Be Built – at Last", article.Title);
        Assert.Contains("“It’s time…”", article.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void That_were_guessed_from_too_little_carry_a_warning()
    {
        var article = Parsing.Article(Bytes("date 2025-02-13 Caf\u00e9 Opens\n\nIt opened on Tuesday.\n", "windows-1252", mark: false));

        Assert.Equal("Café Opens", article.Title);
    }

    [Fact]
    public void Of_a_file_that_was_cut_within_a_letter_are_still_utf_8()
    {
        var bytes = Encoding.UTF8.GetBytes(German.TrimEnd() + " Größe");
        var article = Parsing.Article(bytes[..^2]);

        Assert.Equal("utf-8", article.Origin["encoding"]);
        Assert.Contains("„Schön“", article.Body, StringComparison.Ordinal);
    }

    private static byte[] Bytes(string text, string encoding, bool mark)
    {
        var target = Encoding.GetEncoding(encoding);
        return [.. mark ? target.GetPreamble() : [], .. target.GetBytes(text)];
    }
}
