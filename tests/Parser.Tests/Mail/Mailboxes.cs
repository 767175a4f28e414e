using System.Text;

namespace Ingest.Parser.Tests.Mail;

public sealed class Mailboxes
{
    private const string From = "From a@courier.example Tue Mar  4 09:30:00 2025\n";

    private static string Message(int number, string text, string field = "") =>
        $"From: Lindholm Courier <a@courier.example>\nTo: b@c.example\nSubject: Story {number}\nDate: Tue, 4 Mar 2025 09:30:00 +0100\nMessage-ID: <{number}@courier.example>\n{field}\n{text}\n";

    private static IEnumerable<string> Bodies(string mailbox) => Parsing.Articles(Encoding.UTF8.GetBytes(mailbox)).Select(article => article.Body);

    [Fact]
    public void With_reversible_guards_lose_one_guard() =>
        Assert.Equal(["The lock is closed.\n\n>From Monday on it is open.", "The second story of it."], Bodies($"{From}{Message(1, "The lock is closed.\n\n>>From Monday on it is open.")}\n{From}{Message(2, "The second story of it.")}"));

    [Fact]
    public void With_stated_lengths_may_have_unguarded_lines_in_a_text()
    {
        var text = $"The lock is closed.\n\n{From}X-Not: a message, it goes on here.\n\nThe end of the first story.\n";

        Assert.Equal(2, Bodies($"{From}{Message(1, text.TrimEnd('\n'), $"Content-Length: {text.Length}\n")}\n{From}{Message(2, "The second story of it.", "Content-Length: 24\n")}").Count());
    }

    [Theory]
    [InlineData("From - Tue Mar 04 09:30:00 2025\r\nX-Mozilla-Status: 0001\r\n")]
    [InlineData("From 1825@xxx Tue Mar 04 09:30:00 +0000 2025\r\nX-GM-THRID: 1\r\n")]
    public void Of_mail_programs_are_parted_at_their_lines(string from)
    {
        static string Returns(string text) => text.Replace("\n", "\r\n", StringComparison.Ordinal);

        Assert.Equal(["The first story of it.", "The second story of it."], Bodies($"{from}{Returns(Message(1, "The first story of it."))}\r\n{from}{Returns(Message(2, "The second story of it."))}"));
    }

    [Fact]
    public void Name_each_message_once_though_one_has_no_text()
    {
        var parsed = Assert.IsType<ParseOutcome.Parsed>(Parsing.Outcome(Encoding.UTF8.GetBytes($"{From}{Message(1, "")}\n{From}{Message(2, "The second story of it.")}")));

        Assert.Equal(["1@courier.example", "2@courier.example"], parsed.Members.Select(member => member.Name));
    }

    [Fact]
    public void Of_Apple_hold_one_message_behind_its_length()
    {
        var message = Message(1, "The lock of Lindholm is closed.");

        var article = Parsing.Article($"{message.Length}      \n{message}<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plist version=\"1.0\"><dict><key>flags</key><integer>1</integer></dict></plist>\n");

        Assert.Equal(("Story 1", "The lock of Lindholm is closed."), (article.Title, article.Body));
    }
}
