using System.Buffers.Binary;
using System.Text;
using Ingest.Contracts;
using Ingest.Parser.Mail.Outlook;
using Ingest.Parser.Tests.Documents;

namespace Ingest.Parser.Tests.Mail;

public sealed class Messages_of_Outlook
{
    private const string News = "The harbour of Lindholm reopened on Tuesday after seven weeks of repairs, and forty ships were waiting outside the mole.";

    private static readonly DateTimeOffset Sent = new(2025, 3, 4, 8, 30, 0, TimeSpan.Zero);

    private static void Text(CompoundWriter file, int storage, string tag, string text) => file.Stream($"__substg1.0_{tag}001F", Encoding.Unicode.GetBytes(text), storage);

    private static void Values(CompoundWriter file, int storage, int header, params (int Number, int Type, long Value)[] values)
    {
        var bytes = new byte[header + (values.Length * 16)];
        for (var i = 0; i < values.Length; i++)
        {
            var entry = bytes.AsSpan(header + (i * 16));
            BinaryPrimitives.WriteUInt16LittleEndian(entry, (ushort)values[i].Type);
            BinaryPrimitives.WriteUInt16LittleEndian(entry[2..], (ushort)values[i].Number);
            BinaryPrimitives.WriteInt64LittleEndian(entry[8..], values[i].Value);
        }

        file.Stream("__properties_version1.0", bytes, storage);
    }

    private static void Message(CompoundWriter file, int storage, string subject, int header)
    {
        Text(file, storage, "001A", "IPM.Note");
        Text(file, storage, "0037", subject);
        Text(file, storage, "0C1A", "Lindholm Harbour");
        Text(file, storage, "5D01", "press@harbour.example");
        Text(file, storage, "1035", $"<{subject.Length}@harbour.example>");
        Values(file, storage, header, (0x0039, 0x40, Sent.ToFileTime()), (0x3FDE, 3, 65001));
    }

    private static byte[] Rtf(string rtf)
    {
        var bytes = new byte[16 + rtf.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), rtf.Length);
        "MELA"u8.CopyTo(bytes.AsSpan(8));
        Encoding.ASCII.GetBytes(rtf, bytes.AsSpan(16));
        return bytes;
    }

    [Fact]
    public void Have_subject_sender_date_and_the_plain_text()
    {
        var file = new CompoundWriter();
        Message(file, 0, "FW: Harbour reopens", 32);
        Text(file, 0, "1000", News + "\r\n\r\nThe council votes on Thursday.\r\n");

        var article = Parsing.Article(file.Build());

        Assert.Equal(("Harbour reopens", "Lindholm Harbour", "19@harbour.example", News + "\n\nThe council votes on Thursday."), (article.Title, article.Source, article.Key, article.Body));
        Assert.StartsWith("2025-03-04T08:30", article.PublishedAt, StringComparison.Ordinal);
    }

    [Fact]
    public void Are_read_by_their_page()
    {
        var file = new CompoundWriter();
        Message(file, 0, "Harbour reopens", 32);
        Text(file, 0, "1000", "See the page.");
        file.Stream("__substg1.0_10130102", Encoding.UTF8.GetBytes($"<html><body><h1>Häfen</h1>{string.Concat(Enumerable.Repeat($"<p>{News}</p>", 40).Select((paragraph, i) => paragraph.Replace("forty", $"{i} öfter", StringComparison.Ordinal)))}</body></html>"));

        Assert.Contains("7 öfter ships", Parsing.Article(file.Build()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Are_read_by_the_page_within_their_RTF()
    {
        var file = new CompoundWriter();
        Message(file, 0, "Harbour reopens", 32);
        file.Stream("__substg1.0_10090102", Rtf("{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0{\\fonttbl{\\f0\\fswiss Arial;}}{\\*\\generator x;}{\\*\\htmltag64 <html><body>}\\htmlrtf {\\htmlrtf0 {\\*\\htmltag64 <p>}" + News.Replace("mole", "M\\'f6le", StringComparison.Ordinal) + "\\htmlrtf\\par}\\htmlrtf0 {\\*\\htmltag72 </p>}{\\*\\htmltag64 <p>}The council {\\*\\htmltag84 &quot;}votes{\\*\\htmltag84 &quot;} on \\u8222?Thursday, and the mayor has said that she will vote for the second berth.\\htmlrtf\\par\\htmlrtf0 {\\*\\htmltag72 </p></body></html>}}"));

        Assert.Equal(News.Replace("mole", "Möle", StringComparison.Ordinal) + "\n\nThe council \"votes\" on „Thursday, and the mayor has said that she will vote for the second berth.", Parsing.Article(file.Build()).Body);
    }

    [Fact]
    public void Bring_files_and_other_messages()
    {
        var file = new CompoundWriter();
        Message(file, 0, "Two releases", 32);
        var first = file.Storage("__attach_version1.0_#00000000");
        Text(file, first, "3707", "release.docx");
        file.Stream("__substg1.0_37010102", Package.Word(Package.P("Ferry gets a second ship") + Package.P(News)), first);
        Values(file, first, 8, (0x3705, 3, 1));
        var second = file.Storage("__attach_version1.0_#00000001");
        var embedded = file.Storage("__substg1.0_3701000D", second);
        Message(file, embedded, "Library stays open", 24);
        Text(file, embedded, "1000", "The library stays open at night from Monday on, said the council.");
        Values(file, second, 8, (0x3705, 3, 5));

        var articles = Parsing.Articles(file.Build());

        Assert.Equal(["Library stays open", "Ferry gets a second ship"], articles.Select(article => article.Title));
    }

    [Fact]
    public void That_are_cut_off_or_lead_in_circles_end()
    {
        var file = new CompoundWriter();
        Message(file, 0, "Harbour reopens", 32);
        Text(file, 0, "1000", string.Concat(Enumerable.Repeat(News + " ", 200)));
        var whole = file.Build();
        for (var i = 0; i < 100; i++)
        {
            var bytes = whole[..(whole.Length - (whole.Length * (i % 10) / 11))];
            bytes[(i * 7919) % bytes.Length] ^= (byte)(1 << (i % 8));
            Assert.NotNull(Parsing.Outcome(bytes));
        }
    }

    [Fact]
    public void Have_RTF_packed_as_the_specification_shows()
    {
        var packed = Convert.FromHexString("2D0000002B0000004C5A4675F1C5C7A703000A007263706731323542320AF32068656C090020627705B06C647D0A800FA0");

        Assert.Equal("{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n", Encoding.ASCII.GetString(CompressedRtf.Unpack(packed, 1_000)!));
    }

    [Fact]
    public void Without_a_text_say_so()
    {
        var file = new CompoundWriter();
        Message(file, 0, "Harbour reopens", 32);

        Assert.Equal(RejectionReasons.NoArticle, Parsing.Rejection(file.Build()).Reason);
    }
}
