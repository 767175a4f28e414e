namespace Ingest.Parser.Documents.Pdf;

/// <summary>Lines under each other: a column, or a part of one. Blocks of a page are in reading order.</summary>
internal sealed record PdfBlock(IReadOnlyList<PdfLine> Lines)
{
    /// <summary>A large initial belongs to the uppermost line beside it, though it stands on the second or third.</summary>
    private const double InitialSize = 1.7;

    public static PdfBlock Of(IEnumerable<PdfSegment> segments)
    {
        var open = new List<List<PdfSegment>>();
        foreach (var segment in WithInitials([.. segments]).OrderByDescending(segment => segment.Baseline).ThenBy(segment => segment.Left))
        {
            // Raised and lowered figures stand on the line of the letters that they follow.
            if (open.Count > 0 && IsBeside(open[^1], segment))
            {
                open[^1].Add(segment);
            }
            else
            {
                open.Add([segment]);
            }
        }

        return new PdfBlock([.. open.Select(Line)]);
    }

    private static bool IsBeside(List<PdfSegment> line, PdfSegment segment)
    {
        var near = line[0];
        foreach (var other in line)
        {
            near = other.Size > near.Size ? other : near;
            // Lines that are set tightly or stand askew are two lines where they stand above each other.
            if (Math.Min(other.Right, segment.Right) - Math.Max(other.Left, segment.Left) > Math.Min(other.Size, segment.Size))
            {
                return false;
            }
        }

        return Math.Abs(near.Baseline - segment.Baseline) < Math.Max(near.Size, segment.Size) * 0.4;
    }

    private static PdfLine Line(List<PdfSegment> parts)
    {
        parts.Sort((one, other) => one.Left.CompareTo(other.Left));
        var main = parts.MaxBy(part => part.Text.Length)!;
        return new PdfLine(
            string.Join(' ', parts.Select(part => part.Text)), parts[0].Left, parts.Max(part => part.Right), main.Baseline, main.Size, parts.Sum(part => part.Bold ? part.Text.Length : -part.Text.Length) > 0);
    }

    private static List<PdfSegment> WithInitials(List<PdfSegment> segments)
    {
        for (var i = 0; i < segments.Count; i++)
        {
            var initial = segments[i];
            if (initial.Text.Length > 2 || !char.IsLetter(initial.Text[^1]))
            {
                continue;
            }

            var beside = segments.FindAll(other => other.Size * InitialSize < initial.Size && other.Baseline >= initial.Baseline - (other.Size * 0.5) &&
                other.Baseline < initial.Baseline + initial.Size && other.Left >= initial.Right - other.Size && other.Left < initial.Right + (initial.Size * 0.6));
            if (beside.MaxBy(other => other.Baseline) is { } first)
            {
                segments[segments.IndexOf(first)] = first with { Text = initial.Text + first.Text, Left = initial.Left };
                segments.RemoveAt(i--);
            }
        }

        return segments;
    }
}
