using System.Text;

namespace Ingest.Parser.Tests.Mail;

public sealed class Transfer_encodings
{
    private const string News = "Der Hafen von Lindholm ist seit Dienstag wieder geöffnet – nach sieben Wochen. „Endlich“, sagte die Hafenmeisterin Ada Quill.";

    private static byte[] Message(string fields, byte[] body) =>
        [.. Encoding.UTF8.GetBytes($"From: Lindholm Courier <desk@courier.example>\r\nTo: a@b.example\r\nDate: Tue, 04 Mar 2025 09:30:00 +0100\r\nMessage-ID: <4@courier.example>\r\nMIME-Version: 1.0\r\n{fields}\r\n\r\n"), .. body];

    [Fact]
    public void That_are_broken_cost_only_what_is_broken()
    {
        var body = Encoding.ASCII.GetBytes("100=25 sicher sei der Hafen von Lindholm wieder ge=C3=B6ffnet, sagte die =\r\nHafenmeisterin; kaputt =ZZ Ende.");

        var article = Parsing.Article(Message("Subject: =?utf-8?Q?Hafen_wieder_ge=C3?=\r\n =?utf-8?Q?=B6ffnet?=\r\nContent-Type: text/plain; charset=utf8\r\nContent-Transfer-Encoding: Quoted-Printable", body));

        Assert.Equal(("Hafen wieder geöffnet", "100% sicher sei der Hafen von Lindholm wieder geöffnet, sagte die Hafenmeisterin; kaputt =ZZ Ende."), (article.Title, article.Body));
    }

    [Fact]
    public void In_base64_may_have_their_lines_anyhow()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoded = Convert.ToBase64String(Encoding.GetEncoding(1252).GetBytes(News));
        var article = Parsing.Article(Message("Subject: Hafen\r\nContent-Type: text/plain; charset=\"windows-1252\"\r\nContent-Transfer-Encoding: base64", Encoding.ASCII.GetBytes(string.Join("\r\n  ", encoded.Chunk(50).Select(line => new string(line))))));

        Assert.Equal(News, article.Body);
    }

    [Fact]
    public void May_be_missing_for_a_header_and_a_text_in_UTF8() =>
        Assert.Equal(("Häfen wieder offen", News), Parsing.Article(Message("Subject: Häfen wieder offen\r\nContent-Type: text/plain", Encoding.UTF8.GetBytes(News))) is var article ? (article.Title, article.Body) : default);

    [Theory]
    [InlineData("gb2312", "港口重新开放", "林德霍尔姆港口经过七周维修后于周二重新开放，四十艘船在防波堤外等候。")]
    [InlineData("koi8-r", "Гавань открыта", "Гавань Линдхольма снова открыта во вторник после семи недель ремонта.")]
    [InlineData("iso-2022-jp", "港が再開", "リンドホルムの港は七週間の修理を経て火曜日に再開した。")]
    public void In_old_charsets_hold_for_subject_and_text(string charset, string title, string news)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(charset);

        var article = Parsing.Article(Message($"Subject: =?{charset}?B?{Convert.ToBase64String(encoding.GetBytes(title))}?=\r\nContent-Type: text/plain; charset={charset}", encoding.GetBytes(news)));

        Assert.Equal((title, news), (article.Title, article.Body));
    }
}
