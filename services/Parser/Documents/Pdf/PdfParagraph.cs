using System.Text;

namespace Ingest.Parser.Documents.Pdf;

/// <summary>A paragraph that may go on in the next column or on the next page.</summary>
internal sealed class PdfParagraph(PdfLine first, bool indented)
{
    public StringBuilder Text { get; } = new(first.Text);

    /// <summary>The line or part that was joined last.</summary>
    public string Last { get; set; } = first.Text;

    public double Size { get; } = first.Size;

    public bool Bold { get; } = first.Bold;

    /// <summary>Its first line is indented.</summary>
    public bool Indented { get; } = indented;

    /// <summary>Its last line is as wide as its block.</summary>
    public bool Full { get; set; }

    public DocumentParagraph Finish() => new(Text.ToString().Trim()) { FontSize = Math.Round(Size, 1), Bold = Bold };
}
