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
    public void Whose_pages_are_their_own_parents_or_forms_draw_each_other_leave_the_process_alive()
    {
        foreach (var pdf in new[]
        {
            "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 /Parent 2 0 R >>\nendobj\n3 0 obj\n<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF",
            "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /XObject << /A 4 0 R /B 5 0 R >> >> /Contents 6 0 R >>\nendobj\n" +
            "4 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /B 5 0 R >> >> /Length 5 >>\nstream\n/B Do\nendstream\nendobj\n5 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 4 0 R >> >> /Length 5 >>\nstream\n/A Do\nendstream\nendobj\n6 0 obj\n<< /Length 5 >>\nstream\n/A Do\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF",
        })
        {
            Assert.IsType<ParseOutcome.Rejected>(Parsing.Outcome(Encoding.ASCII.GetBytes(pdf)));
        }
    }

    public static TheoryData<string> Circles => new()
    {
        // A form that draws itself under its own name, under another, and hidden behind a comment.
        "/Resources << /XObject << /A 4 0 R >> >>|/A Do|/Resources << /XObject << /A 4 0 R >> >>",
        "/Resources << /XObject << /A 4 0 R /B 4 0 R >> >>|/B Do|",
        "/Resources << /XObject << /A 4 0 R /B 4 0 R >> >>|/B % a (\nDo|",
        "/Resources << /XObject << /A 4 0 R /B 4 0 R >> >>|/#42 Do|",
        "/Resources << /XObject << /A 4 0 R >> /ColorSpace << /C 8 0 R >> >>|/C cs|",
        "/Resources << /XObject << /A 4 0 R >> /Shading << /S 9 0 R >> >>|/S sh|",
        "/Resources << /XObject << /A 4 0 R >> /Pattern << /P 10 0 R >> >>|/Pattern cs /P scn 0 0 9 9 re f|",
        "/Resources << /XObject << /A 4 0 R >> /ExtGState << /G 11 0 R >> >>|/G gs|",
        "/Resources << /XObject << /A 4 0 R >> /Font << /F 12 0 R >> >>|BT /F 9 Tf (a) Tj ET|",
    };

    /// <summary>The page's resources, what its form draws, and the form's own entries.</summary>
    [Theory]
    [MemberData(nameof(Circles))]
    public void Whose_parts_lead_back_to_themselves_leave_the_process_alive(string circle)
    {
        var parts = circle.Split('|');
        var pdf = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R /Outlines 13 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 6 0 R " + parts[0] + " >>\nendobj\n" +
            $"4 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] {parts[2]} /Length {parts[1].Length} >>\nstream\n{parts[1]}\nendstream\nendobj\n6 0 obj\n<< /Length 5 >>\nstream\n/A Do\nendstream\nendobj\n" +
            "8 0 obj\n[/Indexed 8 0 R 1 <0001>]\nendobj\n9 0 obj\n<< /ShadingType 2 /ColorSpace 8 0 R /Coords [0 0 1 1] /Function 14 0 R >>\nendobj\n" +
            "10 0 obj\n<< /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << /Pattern << /P 10 0 R >> /XObject << /A 4 0 R >> >> /Length 17 >>\nstream\n/Pattern cs /P scn\nendstream\nendobj\n" +
            "11 0 obj\n<< /SMask << /S /Luminosity /G 4 0 R >> >>\nendobj\n12 0 obj\n<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 /Widths [9] /Encoding << /Differences [97 /a] >> /CharProcs << /a 4 0 R >> /Resources << /Font << /F 12 0 R >> >> >>\nendobj\n" +
            "13 0 obj\n<< /Type /Outlines /First 13 0 R /Last 13 0 R /Next 13 0 R >>\nendobj\n14 0 obj\n<< /FunctionType 3 /Domain [0 1] /Functions [14 0 R] /Bounds [] /Encode [0 1] >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF";

        Assert.IsType<ParseOutcome.Rejected>(Parsing.Outcome(Encoding.ASCII.GetBytes(pdf)));
    }

    [Fact]
    public void Whose_one_page_leads_back_to_itself_keep_the_other_pages_and_say_so()
    {
        const string News = "The harbour of Lindholm reopened on Tuesday after seven weeks of repairs.";
        var text = $"BT /F1 12 Tf 50 700 Td ({News}) Tj ET";
        var pdf = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R 7 0 R 9 0 R] /Count 3 >>\nendobj\n" +
            "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 6 0 R /Resources << /XObject << /A 4 0 R >> >> >>\nendobj\n4 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 4 0 R >> >> /Length 5 >>\nstream\n/A Do\nendstream\nendobj\n6 0 obj\n<< /Length 5 >>\nstream\n/A Do\nendstream\nendobj\n" +
            "5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n" +
            $"7 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 8 0 R /Resources << /Font << /F1 5 0 R >> >> >>\nendobj\n8 0 obj\n<< /Length {text.Length} >>\nstream\n{text}\nendstream\nendobj\n" +
            $"9 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 10 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /Good 11 0 R >> >> >>\nendobj\n10 0 obj\n<< /Length 8 >>\nstream\n/Good Do\nendstream\nendobj\n11 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F1 5 0 R >> >> /Length {text.Length} >>\nstream\n{text.Replace("Tuesday", "Wednesday", StringComparison.Ordinal)[..text.Length]}\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF";

        var article = Parsing.Article(Encoding.ASCII.GetBytes(pdf));

        Assert.Contains("reopened on Tuesday after seven weeks", article.Title + article.Body, StringComparison.Ordinal);
        Assert.Contains("reopened on Wednesday after seven weeks", article.Title + article.Body, StringComparison.Ordinal);
        Assert.Contains(article.Warnings, warning => warning.Contains("1 of 3 pages", StringComparison.Ordinal));
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
