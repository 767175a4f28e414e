namespace Ingest.Parser.Tests.Mail;

public sealed class A_forwarded_message
{
    private const string News = "The harbour of Lindholm reopened on Tuesday after seven weeks of repairs, and forty ships were waiting outside the mole.\n\nThe council votes on Thursday.";

    private static string Message(string subject, string text, string type = "text/plain") =>
        $"From: Bert Ness <bert@courier.example>\nTo: desk@courier.example\nSubject: {subject}\nDate: Tue, 04 Mar 2025 09:30:00 +0100\nMessage-ID: <2@courier.example>\nMIME-Version: 1.0\nContent-Type: {type}; charset=utf-8\n\n{text}\n";

    [Theory]
    [InlineData("Fwd: Harbour", "---------- Forwarded message ---------\nFrom: Lindholm Harbour <press@harbour.example>\nDate: Mon, Mar 3, 2025 at 8:15 AM\nSubject: Harbour reopens\nTo: <bert@courier.example>\n\n\n{0}", "")]
    [InlineData("FW: Harbour", "See below.\n\n-----Original Message-----\nFrom: Lindholm Harbour [mailto:press@harbour.example]\nSent: Monday, March 3, 2025 8:15 AM\nTo: Bert Ness <bert@courier.example>\nSubject: Harbour reopens\n\n{0}", "")]
    [InlineData("WG: Hafen", "-----Ursprüngliche Nachricht-----\nVon: Lindholm Harbour <press@harbour.example>\nGesendet: Montag, 3. März 2025 08:15\nAn: Bert Ness\nBetreff: Harbour reopens\n\n{0}", "")]
    [InlineData("TR: Port", "De : Lindholm Harbour <press@harbour.example>\nEnvoyé : lundi 3 mars 2025 08:15\nÀ : Bert Ness\nObjet : Harbour reopens\n\n{0}", "")]
    [InlineData("Fwd: Harbour", "\nBegin forwarded message:\n\n> From: Lindholm Harbour <press@harbour.example>\n> Subject: Harbour reopens\n> Date: 3 March 2025 at 08:15:00 CET\n> To: bert@courier.example\n> \n> {0}", "> ")]
    public void Within_the_text_is_the_article_with_its_own_subject_sender_and_date(string subject, string text, string quote)
    {
        var article = Parsing.Article(Message(subject, text.Replace("{0}", News.Replace("\n", "\n" + quote, StringComparison.Ordinal), StringComparison.Ordinal)));

        Assert.Equal(("Harbour reopens", "Lindholm Harbour", News), (article.Title, article.Source, article.Body));
        Assert.StartsWith("2025-03-03T08:15", article.PublishedAt, StringComparison.Ordinal);
        Assert.Equal("2@courier.example", article.Key);
    }

    [Fact]
    public void Within_a_page_is_the_article()
    {
        var page = $"<div dir=\"ltr\"><div class=\"gmail_quote\"><div class=\"gmail_attr\">---------- Forwarded message ---------<br>From: <b>Lindholm Harbour</b> <span>&lt;<a href=\"mailto:press@harbour.example\">press@harbour.example</a>&gt;</span><br>Date: Mon, Mar 3, 2025 at 8:15 AM<br>Subject: Harbour reopens<br>To: &lt;bert@courier.example&gt;<br></div><br>{string.Concat(News.Split("\n\n").Select(paragraph => $"<p>{paragraph}</p>"))}</div></div>";

        var article = Parsing.Article(Message("Fwd: Harbour", page, "text/html"));

        Assert.Equal(("Harbour reopens", "2025-03-03T08:15", News), (article.Title, article.PublishedAt, article.Body));
    }

    [Fact]
    public void That_an_answer_quotes_is_not_the_article()
    {
        var article = Parsing.Article(Message("Re: Harbour reopens", $"We print it on Thursday, with a picture of the first pilot boat and of the forty ships.\n\nFrom: Lindholm Harbour <press@harbour.example>\nSent: Monday, March 3, 2025 8:15 AM\nSubject: Harbour reopens\n\n{News}"));

        Assert.StartsWith("We print it", article.Body, StringComparison.Ordinal);
        Assert.StartsWith("2025-03-04", article.PublishedAt, StringComparison.Ordinal);
    }

    [Fact]
    public void As_a_part_of_its_own_is_an_article_of_its_own()
    {
        var inner = $"From: Lindholm Harbour <press@harbour.example>\nSubject: Harbour reopens\nDate: Mon, 3 Mar 2025 08:15:00 +0100\nMessage-ID: <1@harbour.example>\nContent-Type: text/plain\n\n{News}\n";

        var article = Parsing.Article(Message("Fwd: Harbour", $"--b\nContent-Type: text/plain\n\nFYI\n--b\nContent-Type: message/rfc822\n\n{inner}\n--b--", "multipart/mixed; boundary=b"));

        Assert.Equal(("Harbour reopens", "2@courier.example!/1@harbour.example"), (article.Title, article.Key));
    }
}
