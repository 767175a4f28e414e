namespace Ingest.Parser.Documents.Pdf;

/// <summary>Words that stand on one line with ordinary spaces between them, in points from the page's lower left corner.</summary>
/// <param name="Text">The words.</param>
/// <param name="Left">Where the first letter begins.</param>
/// <param name="Right">Where the last letter ends.</param>
/// <param name="Baseline">What the letters stand on.</param>
/// <param name="Size">The size of most of its letters.</param>
/// <param name="Bold">Whether most of its letters are bold.</param>
internal sealed record PdfSegment(string Text, double Left, double Right, double Baseline, double Size, bool Bold)
{
    /// <summary>Upper edge of small letters with a little air: lines set tightly still have white between them.</summary>
    public double Top => Baseline + (Size * 0.6);

    public double Bottom => Baseline - (Size * 0.1);

    public double Width => Right - Left;
}
