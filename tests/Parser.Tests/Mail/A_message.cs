using System.Text;
using Ingest.Contracts;
using Ingest.Parser.Mail;

namespace Ingest.Parser.Tests.Mail;

public sealed class A_message
{
    private static string Message(int number, string text) =>
        $"From: Lindholm Courier <daily@courier.example>\nSubject: Fwd: Lock {number} closed\nDate: Tue, 4 Mar 2025 09:30:00 +0100\nMessage-ID: <{number}@courier.example>\nContent-Type: text/plain\n\n{text}\n";

    [Fact]
    public void Is_an_article_with_its_subject_sender_and_date()
    {
        var article = Parsing.Article(Message(1, "The lock of Lindholm stays closed for a week."));

        Assert.Equal(("Lock 1 closed", "Lindholm Courier", "2025-03-04T09:30:00+01:00", "1@courier.example"), (article.Title, article.Source, article.PublishedAt, article.Key));
        Assert.Empty(article.Authors);
    }

    [Fact]
    public void That_is_encrypted_says_so() =>
        Assert.Equal(RejectionReasons.Encrypted, Parsing.Rejection(Message(1, "-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----")).Reason);

    [Fact]
    public void In_a_mailbox_keeps_its_guarded_lines() =>
        Assert.Equal(["First text here.\n\nFrom Monday on it is open.", "Second text here."], Parsing.Articles(Mailbox(Message(1, "First text here.\n\n>From Monday on it is open."), Message(2, "Second text here."))).Select(article => article.Body));

    [Fact]
    public void In_a_large_mailbox_is_in_one_of_its_pieces()
    {
        var text = string.Concat(Enumerable.Repeat("The lock of Lindholm stays closed for a week. ", 2_000));
        var bytes = Encoding.UTF8.GetBytes(Mailbox([.. Enumerable.Range(0, 40).Select(number => Message(number, text))]));

        var pieces = MboxPieces.Pieces(new MemoryStream(bytes)).ToList();

        Assert.True(pieces.Count > 2);
        Assert.Equal(bytes, pieces.SelectMany(piece => piece.ToArray()));
        Assert.Equal(40, pieces.Sum(piece => Parsing.Articles(piece.ToArray()).Count));
    }

    [Fact]
    public void Beside_one_that_is_too_long_is_read()
    {
        var bytes = Encoding.UTF8.GetBytes(Mailbox(Message(1, "First text here."), Message(2, new string('a', MboxPieces.MostBytes)), Message(3, "Third text here.")));

        var outcomes = MboxPieces.Pieces(new MemoryStream(bytes)).Select(piece => Parsing.Outcome(piece.ToArray())).ToList();

        Assert.Equal(["First text here.", "Third text here."], outcomes.OfType<ParseOutcome.Parsed>().SelectMany(outcome => outcome.Articles).Select(article => article.Body));
        Assert.Single(outcomes.OfType<ParseOutcome.Rejected>());
    }

    [Fact]
    public void That_is_a_newsletter_keeps_the_headlines_that_it_only_links()
    {
        var items = string.Concat(Enumerable.Range(1, 3).Select(i => $"<tr><td><a href=\"https://courier.example/{i}\"><b>Bridge {i} to be built</b></a><br>The council met on Tuesday and decided, after a debate of four hours, to build bridge {i} over the river.</td></tr>"));
        var links = string.Concat(Enumerable.Range(1, 5).Select(i => $"<li><a href=\"https://courier.example/m{i}\">Another headline about the town {i}</a></li>"));
        var page = $"<html><body><table><tr><td><h1>Good morning</h1><p>Here is what you need to know today, from the council to the coast.</p></td></tr>{items}<tr><td><h3>More stories</h3><ul>{links}</ul></td></tr></table></body></html>";

        var body = Parsing.Article($"From: daily@courier.example\nTo: all@courier.example\nSubject: Daily\nDate: Tue, 4 Mar 2025 09:30:00 +0000\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n{page}").Body;

        Assert.All(Enumerable.Range(1, 5), i => Assert.Contains($"Another headline about the town {i}", body, StringComparison.Ordinal));
        Assert.All(Enumerable.Range(1, 3), i => Assert.Contains($"to build bridge {i} over", body, StringComparison.Ordinal));
    }

    private static string Mailbox(params string[] messages) => string.Concat(messages.Select(message => $"From daily@courier.example Tue Mar  4 09:30:00 2025\n{message}\n"));
}
