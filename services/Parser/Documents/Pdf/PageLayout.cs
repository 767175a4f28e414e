namespace Ingest.Parser.Documents.Pdf;

/// <summary>
/// Puts a page's segments into blocks in reading order. A page is cut into bands from top to bottom, each as tall as one set of
/// gutters goes; a band with gutters is cut at them, and each column is a page of its own. It is the recursive XY-cut (Nagy, Seth
/// and Viswanathan 1992) with the bands found by the gutters, so that a headline over two of three columns, or a second article
/// below the first, is read where it stands.
/// </summary>
internal sealed class PageLayout
{
    private const int MaxDepth = 16;

    /// <summary>In shares of the letters' size: gutters of narrow newspaper columns are about one.</summary>
    private const double LeastGutter = 0.75;

    /// <summary>Letters larger than the text by this factor are a headline.</summary>
    private const double HeadlineSize = 1.25;

    /// <summary>Characters on an average line of a column; cells of a table have fewer.</summary>
    private const double LeastColumn = 12;

    /// <summary>Lines of the longest page; beyond them a page is machine data, and read as it stands.</summary>
    private const int MostStrips = 2_000;

    private readonly List<PdfBlock> _blocks = [];

    public static IReadOnlyList<PdfBlock> Blocks(IReadOnlyList<PdfSegment> segments)
    {
        var layout = new PageLayout();
        layout.Cut([.. segments], 0);
        return layout._blocks;
    }

    private void Cut(List<PdfSegment> region, int depth)
    {
        if (region.Count < 4 || depth >= MaxDepth)
        {
            Leaf(region);
            return;
        }

        var body = BodySize(region);
        var least = Math.Max(3, body * LeastGutter);
        var (left, right) = (region.Min(segment => segment.Left), region.Max(segment => segment.Right));
        var strips = Strips(region).ConvertAll(strip => new Strip(strip, Spans.Free(strip, left, right, least), strip.TrueForAll(segment => segment.Size >= body * HeadlineSize)));
        var pending = new List<PdfSegment>();
        for (var i = 0; i < strips.Count;)
        {
            var (end, gutters) = Band(strips, i, body, least);
            var band = strips[i..end].SelectMany(strip => strip.Segments).ToList();
            if (Columns(band, gutters, body) is { } columns)
            {
                Leaf(pending);
                pending = [];
                columns.ForEach(column => Cut(column, depth + 1));
            }
            else
            {
                // A short line leaves white at its right that goes on for a while and hides a gutter that begins below it.
                end = strips.Count > MostStrips ? end : i + 1;
                pending.AddRange(strips[i..end].SelectMany(strip => strip.Segments));
            }

            i = end;
        }

        Leaf(pending);
    }

    /// <summary>How far down from a strip one set of gutters goes, and which.</summary>
    private static (int End, List<(double From, double To)> Gutters) Band(List<Strip> strips, int start, double body, double least)
    {
        var common = strips[start].Free;
        var end = start + 1;
        for (; end < strips.Count; end++)
        {
            var next = Spans.Common(common, strips[end].Free, least);
            if (next.Count == 0 || OpensArticle(strips, end, body))
            {
                break;
            }

            common = next;
        }

        return (end, common);
    }

    /// <summary>A headline with white above it over the whole width: what stood in columns above has ended.</summary>
    private static bool OpensArticle(List<Strip> strips, int i, double body) =>
        strips[i].IsHeadline && !strips[i - 1].IsHeadline && strips[i - 1].Segments.Min(segment => segment.Bottom) - strips[i].Segments.Max(segment => segment.Top) > body * 0.8;

    /// <summary>The columns of a band; null when it has none: no gutter, or a table, whose rows are read across.</summary>
    private static List<List<PdfSegment>>? Columns(List<PdfSegment> band, List<(double From, double To)> gutters, double body)
    {
        var (left, right) = (band.Min(segment => segment.Left), band.Max(segment => segment.Right));
        var cuts = gutters.FindAll(gutter => gutter.From > left && gutter.To < right).ConvertAll(gutter => (gutter.From + gutter.To) / 2);
        if (cuts.Count == 0)
        {
            return null;
        }

        var columns = Enumerable.Range(0, cuts.Count + 1).Select(_ => new List<PdfSegment>()).ToList();
        foreach (var segment in band)
        {
            var centre = (segment.Left + segment.Right) / 2;
            columns[cuts.FindIndex(cut => centre < cut) is var at and >= 0 ? at : cuts.Count].Add(segment);
        }

        columns.RemoveAll(column => column.Count == 0);
        return columns.Count > 1 && columns.TrueForAll(column => IsColumn(column)) && columns.Exists(column => Baselines(column).Count >= 3) && columns.Sum(column => Baselines(column).Count) >= 5 && !IsTable(columns, body) ? columns : null;
    }

    private static bool IsColumn(List<PdfSegment> column) => LineLength(column) >= LeastColumn || column.Exists(segment => segment.Text.Length > 30);

    /// <summary>Rows of short texts side by side, each row with white around it.</summary>
    private static bool IsTable(List<List<PdfSegment>> columns, double body) =>
        columns.Exists(column => LineLength(column) < LeastColumn) &&
        columns.TrueForAll(column => Baselines(column) is var lines && (lines.Count < 4 || (lines[^1] - lines[0]) / (lines.Count - 1) > body * 1.5));

    /// <summary>Characters on an average line; in narrow columns the words of one line may stand far apart.</summary>
    private static double LineLength(List<PdfSegment> column) => column.Sum(segment => segment.Text.Length + 1.0) / Baselines(column).Count;

    private static List<double> Baselines(List<PdfSegment> column)
    {
        var lines = new List<double>();
        foreach (var segment in column.OrderBy(segment => segment.Baseline))
        {
            if (lines.Count == 0 || segment.Baseline - lines[^1] > segment.Size * 0.4)
            {
                lines.Add(segment.Baseline);
            }
        }

        return lines;
    }

    private void Leaf(List<PdfSegment> segments)
    {
        if (segments.Count > 0)
        {
            _blocks.Add(PdfBlock.Of(segments));
        }
    }

    /// <summary>Segments that overlap in height, from top to bottom; between strips the whole width is white.</summary>
    private static List<List<PdfSegment>> Strips(List<PdfSegment> region)
    {
        var strips = new List<List<PdfSegment>>();
        var bottom = double.MinValue;
        foreach (var segment in region.OrderByDescending(segment => segment.Top))
        {
            if (strips.Count > 0 && segment.Top > bottom)
            {
                strips[^1].Add(segment);
                bottom = Math.Min(bottom, segment.Bottom);
            }
            else
            {
                strips.Add([segment]);
                bottom = segment.Bottom;
            }
        }

        return strips;
    }

    /// <summary>The size of the letters that most of the text is set in.</summary>
    private static double BodySize(List<PdfSegment> region)
    {
        var letters = region.Sum(segment => (long)segment.Text.Length);
        foreach (var segment in region.OrderBy(segment => segment.Size))
        {
            letters -= segment.Text.Length * 2L;
            if (letters <= 0)
            {
                return segment.Size;
            }
        }

        return region[0].Size;
    }

    private sealed record Strip(List<PdfSegment> Segments, List<(double From, double To)> Free, bool IsHeadline);
}
