namespace Ingest.Parser.Documents.Pdf;

/// <summary>One line of a block.</summary>
internal sealed record PdfLine(string Text, double Left, double Right, double Baseline, double Size, bool Bold)
{
    public double Width => Right - Left;
}
