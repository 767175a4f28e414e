namespace Ingest.Parser.Documents.Pdf;

/// <summary>What the lines of a block have in common.</summary>
internal sealed class BlockShape
{
    private readonly double _size;

    public BlockShape(IReadOnlyList<PdfLine> lines)
    {
        _size = lines.GroupBy(line => Math.Round(line.Size, 1)).MaxBy(group => group.Sum(line => line.Text.Length))!.Key;
        var text = lines.Where(line => Math.Abs(line.Size - _size) < _size * 0.1).ToList();
        text = text.Count == 0 ? [.. lines] : text;
        Left = text.GroupBy(line => Math.Round(line.Left)).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Min(line => line.Left);
        var ends = text.Select(line => line.Right).Order().ToList();
        Right = ends[(ends.Count - 1) * 19 / 20];
        var pitches = text.Zip(text.Skip(1), (one, next) => one.Baseline - next.Baseline).Where(pitch => pitch > 0).Order().ToList();
        // Where most lines are paragraphs of their own, the smaller distances are those inside paragraphs.
        Pitch = pitches.Count == 0 ? _size * 1.3 : Math.Min(pitches[pitches.Count / 3], _size * 2.2);
    }

    /// <summary>Where most lines begin.</summary>
    public double Left { get; }

    public double Right { get; }

    /// <summary>From one baseline to the next.</summary>
    public double Pitch { get; }

    public bool IsFull(PdfLine line) => Right - line.Right < Math.Max(3, (Right - Left) * 0.12);

    /// <summary>Whether the first word of the next line had room on this one, and <paramref name="slack"/> of the letters' size more: then its end was meant.</summary>
    public bool HadRoom(PdfLine line, PdfLine next, double slack)
    {
        var space = next.Text.IndexOf(' ', StringComparison.Ordinal);
        var word = next.Width * (space < 0 ? next.Text.Length : space) / next.Text.Length;
        return Right - line.Right > word + (_size * slack);
    }

    public bool IsHeadline(PdfLine line) => line.Size > _size * 1.2;
}
