using System.Text;
using Ingest.Contracts;

namespace Ingest.Parser.Tests.Documents;

/// <summary>Documents that were cut off or broken: an outcome for each, and never an exception.</summary>
public sealed class Hostile_documents
{
    private static readonly byte[] Pdf = new Typesetter().Line(Bridge.Title, 50, 770, 24, bold: true).Columns(Bridge.Divisible, 3, 740, 600).Columns(Bridge.Rescue, 2, 560, 400).Build();

    private static readonly byte[] Word = Package.Word(Package.P(Bridge.Title, "Heading1") + string.Concat(Enumerable.Range(0, 60).Select(i => Package.P($"{i * 7919 % 1000} {Bridge.Paragraphs[i % 4]}"))));

    private static readonly byte[] Book = Package.Book("Courier", [.. Enumerable.Range(0, 12).Select(i => $"<h1>{Bridge.Title} {i}</h1><p>{Bridge.Paragraphs[i % 4]}</p>")]);

    private static readonly byte[] OpenDocument = Package.Open(string.Concat(Enumerable.Range(0, 60).Select(i => $"<text:p>{i * 7919 % 1000} {Bridge.Paragraphs[i % 4]}</text:p>")));

    private static readonly byte[] Rtf = Encoding.ASCII.GetBytes("{\\rtf1\\ansi{\\fonttbl{\\f0 A;}}{\\b " + Bridge.Title + "\\par}" + string.Concat(Bridge.Paragraphs.Select(paragraph => paragraph + "\\par ")) + "}");

    public static TheoryData<string> Kinds => ["pdf", "docx", "epub", "odt", "rtf"];

    private static byte[] Of(string kind) => kind switch { "pdf" => Pdf, "docx" => Word, "epub" => Book, "odt" => OpenDocument, _ => Rtf };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Have_an_outcome_wherever_they_are_cut(string kind)
    {
        var bytes = Of(kind);
        for (var length = 1; length < bytes.Length; length += Math.Min(1_024, Math.Max(64, bytes.Length / 24)))
        {
            Settles(bytes[..length], kind, length);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Have_an_outcome_whatever_byte_is_wrong(string kind)
    {
        var random = new Random(3);
        for (var run = 0; run < 60; run++)
        {
            var bytes = (byte[])Of(kind).Clone();
            for (var flips = 0; flips < 1 + (run % 12); flips++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            Settles(bytes, kind, run);
        }
    }

    [Fact]
    public void Of_many_brackets_leave_the_process_alive()
    {
        foreach (var nest in new[] { "[", "<<", "<< /A ", "(" })
        {
            var bytes = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj\n" + string.Concat(Enumerable.Repeat(nest, 200_000)) + "\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF");

            Assert.Contains(Parsing.Rejection(bytes).Reason, new[] { RejectionReasons.Damaged, RejectionReasons.NoTextLayer });
        }
    }

    [Fact]
    public void Whose_pages_are_their_own_parents_leave_the_process_alive()
    {
        foreach (var pdf in new[]
        {
            "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 /Parent 2 0 R >>\nendobj\n3 0 obj\n<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF",
        })
        {
            Assert.IsType<ParseOutcome.Rejected>(Parsing.Outcome(Encoding.ASCII.GetBytes(pdf)));
        }
    }

    [Fact]
    public void Whose_streams_are_bombs_are_rejected_with_the_limits_name()
    {
        using var packed = new MemoryStream();
        using (var deflater = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
        {
            deflater.Write(new byte[80_000_000]);
        }

        var head = Encoding.ASCII.GetBytes($"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>\nendobj\n4 0 obj\n<< /Filter /FlateDecode /Length {packed.Length} >>\nstream\n");

        Assert.Equal(RejectionReasons.ExpansionRatio, Parsing.Rejection([.. head, .. packed.ToArray(), .. "\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF"u8]).Reason);
    }

    private static void Settles(byte[] bytes, string kind, int at)
    {
        var outcome = Record.Exception(() => Parsing.Outcome(bytes));

        Assert.True(outcome is null, $"{kind} {at}: {outcome}");
    }
}
