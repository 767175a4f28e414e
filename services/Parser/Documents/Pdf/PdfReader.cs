using Ingest.Contracts;
using Ingest.Parser.Exports;

namespace Ingest.Parser.Documents.Pdf;

/// <summary>Reads the text layer of a PDF: pages in order, columns in reading order, words as they were before they were divided.</summary>
internal sealed class PdfReader(ParserOptions options)
{
    /// <summary>Junk before the header that readers accept (the specification's implementation notes).</summary>
    private const int LongestPreamble = 1_024;

    /// <summary>A content stream, font or table of one document that is larger is no document that people read.</summary>
    private const int LargestStreamShare = 4;

    /// <summary>Whether the bytes are a PDF; a text that speaks of the mark has no objects.</summary>
    public static bool Opens(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF-"u8) || (bytes[..Math.Min(bytes.Length, LongestPreamble + 5)].IndexOf("%PDF-"u8) is var at and > 0 && bytes[at..].IndexOf(" obj"u8) >= 0 && bytes[at..].IndexOf("endobj"u8) >= 0);

    public DocumentText Read(ReadOnlyMemory<byte> bytes, Deadline deadline)
    {
        var start = bytes.Span.IndexOf("%PDF-"u8);
        bytes = start > 0 ? bytes[start..] : bytes;
        return BoundedWork.Run(() => Document(PdfPages.Read(bytes, options.MaxPages, options.MaxDocumentBytes / LargestStreamShare, deadline), deadline), deadline);
    }

    private DocumentText Document(PdfPages pdf, Deadline deadline)
    {
        var letters = pdf.Pages.Sum(page => page.Segments.Sum(segment => (long)segment.Text.Length));
        var unreadable = pdf.Pages.Sum(page => (long)page.Unreadable);
        if (letters == 0 || unreadable > letters * 4)
        {
            throw Without(pdf, unreadable);
        }

        var isExport = pdf.Pages.Any(page => page.Segments.Any(segment => ExportLine.IsMark(segment.Text)));
        List<PdfPageText> pages = [.. RunningHeads.Without(pdf.Pages).Select(RightToLeft.Page)];
        var vocabulary = new PdfVocabulary();
        foreach (var segment in pages.SelectMany(page => page.Segments))
        {
            vocabulary.Add(segment.Text);
        }

        var paragraphs = new PdfParagraphs(vocabulary, TextSize(pages), isExport);
        foreach (var page in pages)
        {
            deadline.Check();
            foreach (var block in PageLayout.Blocks(page.Segments))
            {
                paragraphs.Add(block);
            }
        }

        return new DocumentText("pdf", paragraphs.Finish())
        {
            Title = pdf.Title,
            Authors = (pdf.Author ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            Created = pdf.Created,
            Doubts = [.. Doubts(pdf, letters, unreadable)],
        };
    }

    /// <summary>The size that most of the text is set in.</summary>
    private static double TextSize(IEnumerable<PdfPageText> pages) =>
        pages.SelectMany(page => page.Segments).GroupBy(segment => Math.Round(segment.Size, 1)).MaxBy(group => group.Sum(segment => (long)segment.Text.Length))?.Key ?? 0;

    private static DocumentFaultException Without(PdfPages pdf, long unreadable) =>
        pdf.Exceeded ? new DocumentFaultException(RejectionReasons.ExpansionRatio, "A part of the PDF grows beyond the limit when it is unpacked (Ingest:Parser:MaxDocumentBytes).")
        : pdf.Broken > 0 || pdf.Total == 0 ? new DocumentFaultException(RejectionReasons.Damaged, "The PDF is damaged or cut off: none of its pages can be read.")
        : unreadable > 0 ? new DocumentFaultException(RejectionReasons.NoTextLayer, "The PDF's letters are shapes without characters, so they cannot be read. Make a text layer with a program for text recognition.")
        : new DocumentFaultException(RejectionReasons.NoTextLayer, "The PDF has pictures of pages and no text. Make a text layer with a program for text recognition.");

    private IEnumerable<string> Doubts(PdfPages pdf, long letters, long unreadable)
    {
        if (pdf.Repaired)
        {
            yield return "the PDF is damaged or cut off; the pages that could be found were read";
        }

        if (pdf.Broken > 0)
        {
            yield return FormattableString.Invariant($"{pdf.Broken} of {pdf.Total} pages are damaged and were left out");
        }

        if (pdf.Total > options.MaxPages)
        {
            yield return FormattableString.Invariant($"the PDF has {pdf.Total} pages, of which the first {options.MaxPages} were read (Ingest:Parser:MaxPages)");
        }

        if (pdf.Exceeded)
        {
            yield return "a part of the PDF was too large when it was unpacked and was left out";
        }

        if (unreadable > letters / 20)
        {
            yield return "some letters of the PDF have no characters and were left out";
        }

        if (pdf.Pages.Count(page => page.Segments.Count == 0 && page.Images > 0) is var pictures and > 0)
        {
            yield return FormattableString.Invariant($"{pictures} of {pdf.Total} pages are pictures without text");
        }
    }
}
