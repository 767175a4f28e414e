namespace Ingest.Parser.Documents.Pdf;

/// <summary>One page: what stands on it, upright.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Height">Its height in points.</param>
/// <param name="Segments">In the file's order.</param>
/// <param name="Unreadable">Letters that the file gives no characters for.</param>
/// <param name="Images">Pictures on it; a scanned page is one.</param>
internal sealed record PdfPageText(int Number, double Height, IReadOnlyList<PdfSegment> Segments, int Unreadable, int Images);
