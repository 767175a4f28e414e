using UglyToad.PdfPig.Content;

namespace Ingest.Parser.Documents.Pdf;

/// <summary>Where a letter stands when the page is turned so that its text is upright.</summary>
internal readonly record struct LetterPlace(double Left, double Right, double Baseline)
{
    public static LetterPlace Of(Letter letter)
    {
        var (start, end) = (letter.StartBaseLine, letter.EndBaseLine);
        return letter.TextOrientation switch
        {
            TextOrientation.Rotate90 => new LetterPlace(-start.Y, -end.Y, start.X),
            TextOrientation.Rotate180 => new LetterPlace(-start.X, -end.X, -start.Y),
            TextOrientation.Rotate270 => new LetterPlace(start.Y, end.Y, -start.X),
            _ => new LetterPlace(start.X, end.X, start.Y),
        };
    }
}
