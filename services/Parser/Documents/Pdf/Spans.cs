namespace Ingest.Parser.Documents.Pdf;

/// <summary>Stretches of a page's width that nothing stands in.</summary>
internal static class Spans
{
    /// <summary>What the segments leave free between two limits, no narrower than <paramref name="least"/>.</summary>
    public static List<(double From, double To)> Free(IEnumerable<PdfSegment> segments, double left, double right, double least)
    {
        var free = new List<(double, double)>();
        var at = left;
        foreach (var segment in segments.OrderBy(segment => segment.Left))
        {
            if (segment.Left - at >= least)
            {
                free.Add((at, segment.Left));
            }

            at = Math.Max(at, segment.Right);
        }

        if (right - at >= least)
        {
            free.Add((at, right));
        }

        return free;
    }

    /// <summary>What is free in both, no narrower than <paramref name="least"/>.</summary>
    public static List<(double From, double To)> Common(List<(double From, double To)> one, List<(double From, double To)> other, double least)
    {
        var common = new List<(double, double)>();
        for (int i = 0, j = 0; i < one.Count && j < other.Count;)
        {
            var (from, to) = (Math.Max(one[i].From, other[j].From), Math.Min(one[i].To, other[j].To));
            if (to - from >= least)
            {
                common.Add((from, to));
            }

            if (one[i].To < other[j].To)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return common;
    }
}
