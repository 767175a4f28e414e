using System.Globalization;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;
using Ingest.Contracts;

namespace Ingest.Parser.Documents.Pdf;

/// <summary>What the pages of a PDF have on them, and what it says of itself.</summary>
internal sealed class PdfPages
{
    private const int MaxStackDepth = 128;

    public List<PdfPageText> Pages { get; } = [];

    public int Total { get; private set; }

    /// <summary>Pages that could not be read.</summary>
    public int Broken { get; private set; }

    /// <summary>A stream was refused for its size.</summary>
    public bool Exceeded { get; private set; }

    /// <summary>The table of objects had to be made anew.</summary>
    public bool Repaired { get; private set; }

    public string? Title { get; private set; }

    public string? Author { get; private set; }

    public string? Created { get; private set; }

    public static PdfPages Read(ReadOnlyMemory<byte> bytes, int maxPages, long maxStream, Deadline deadline)
    {
        var pages = Read(bytes, maxPages, maxStream, deadline, out var fault);
        if (pages.Pages.Count == 0 && bytes.Span.IndexOf("/Encrypt"u8) < 0 && !pages.Exceeded && PdfRepair.Of(bytes.Span) is { } repaired)
        {
            deadline.Check();
            pages = Read(repaired, maxPages, maxStream, deadline, out fault);
            pages.Repaired = true;
        }

        return fault is null || pages.Pages.Count > 0 ? pages
            : bytes.Span.IndexOf("/Encrypt"u8) >= 0 ? throw NeedsPassword()
            : throw (pages.Exceeded
                ? new DocumentFaultException(RejectionReasons.ExpansionRatio, "A part of the PDF grows beyond the limit when it is unpacked (Ingest:Parser:MaxDocumentBytes).")
                : new DocumentFaultException(RejectionReasons.Damaged, "The PDF is damaged or cut off: its pages cannot be found."));
    }

    private static PdfPages Read(ReadOnlyMemory<byte> bytes, int maxPages, long maxStream, Deadline deadline, out Exception? fault)
    {
        var pages = new PdfPages();
        var filters = new BoundedFilters(maxStream);
        fault = null;
        try
        {
            using var document = PdfDocument.Open(bytes, new ParsingOptions
            {
                UseLenientParsing = true,
                SkipMissingFonts = true,
                ClipPaths = false,
                MaxStackDepth = MaxStackDepth,
                FilterProvider = filters,
            });
            pages.Take(document, maxPages, deadline);
        }
        catch (PdfDocumentEncryptedException)
        {
            throw NeedsPassword();
        }
        catch (Exception exception) when (exception is not (TimeoutException or OperationCanceledException or DocumentFaultException))
        {
            // The library raises whatever a broken file leads it to; nothing of that is this program's fault.
            fault = exception;
        }

        pages.Exceeded = filters.Exceeded;
        return pages;
    }

    private static DocumentFaultException NeedsPassword() => new(RejectionReasons.Encrypted, "The PDF needs a password. Save it without one.");

    private void Take(PdfDocument document, int maxPages, Deadline deadline)
    {
        Total = document.NumberOfPages;
        Describe(document);
        var drawable = new FormNesting(document.Structure, deadline).Pages();
        // Where the library counts the pages otherwise, no page can be told from another.
        var known = drawable.Count == Total;
        for (var number = 1; number <= Math.Min(Total, maxPages); number++)
        {
            deadline.Check();
            if (known ? !drawable[number - 1] : drawable.Contains(false))
            {
                Broken++;
                continue;
            }

            try
            {
                var page = document.GetPage(number);
                var segments = PdfSegments.Of(page.Letters, out var unreadable);
                Pages.Add(new PdfPageText(number, page.Height, segments, unreadable, page.NumberOfImages));
            }
            catch (Exception exception) when (exception is not (TimeoutException or OperationCanceledException or PdfDocumentEncryptedException))
            {
                // One page is lost; the others may be whole.
                Broken++;
            }
        }
    }

    private void Describe(PdfDocument document)
    {
        try
        {
            (Title, Author) = (document.Information.Title, document.Information.Author);
            Created = document.Information.GetCreatedDateTimeOffset()?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is not (TimeoutException or OperationCanceledException))
        {
            // A document that cannot say who made it still has its pages.
            (Title, Author, Created) = (null, null, null);
        }
    }
}
