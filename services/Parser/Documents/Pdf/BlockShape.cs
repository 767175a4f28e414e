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
        Right = text.Max(line => line.Right);
        var pitches = text.Zip(text.Skip(1), (one, next) => one.Baseline - next.Baseline).Where(pitch => pitch > 0).Order().ToList();
        // Where most lines are paragraphs of their own, the smaller distances are those inside paragraphs.
        Pitch = pitches.Count == 0 ? _size * 1.3 : Math.Min(pitches[pitches.Count / 3], _size * 2.2);
        Justified = text.Count >= 4 && text.Count(IsFull) * 2 > text.Count;
    }

    /// <summary>Where most lines begin.</summary>
    public double Left { get; }

    public double Right { get; }

    /// <summary>From one baseline to the next.</summary>
    public double Pitch { get; }

    /// <summary>Most lines end at the same place.</summary>
    public bool Justified { get; }

    public bool IsFull(PdfLine line) => Right - line.Right < Math.Max(3, (Right - Left) * 0.12);

    public bool IsHeadline(PdfLine line) => line.Size > _size * 1.2;
}
