using System.Text;
using System.Text.RegularExpressions;

namespace Ingest.Parser.Documents.Pdf;

/// <summary>Leaves out what stands at the upper or lower edge of page after page: the paper's name, the day, the page's number.</summary>
internal static partial class RunningHeads
{
    /// <summary>The share of a page's height that running heads stand in, at either end.</summary>
    private const double Edge = 0.12;

    /// <summary>A running head stands on this share of the pages at least; left and right pages may have different ones.</summary>
    private const double LeastShare = 0.4;

    private const int LeastLetters = 8;

    public static List<PdfPageText> Without(IReadOnlyList<PdfPageText> pages)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            foreach (var key in page.Segments.Where(segment => AtEdge(page, segment)).Select(segment => Key(page, segment)).Distinct())
            {
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }

        // In a file of many articles each has a head of its own, on its pages only.
        var repeated = new HashSet<(int Page, string Text)>();
        for (var i = 1; i < pages.Count; i++)
        {
            foreach (var segment in pages[i].Segments)
            {
                if (segment.Text.Length >= LeastLetters && AtTop(pages[i], segment) && pages[i - 1].Segments.Any(other => other.Text == segment.Text && AtTop(pages[i - 1], other) && Math.Abs(other.Baseline - segment.Baseline) < 2))
                {
                    repeated.Add((i, segment.Text));
                    repeated.Add((i - 1, segment.Text));
                }
            }
        }

        var least = Math.Max(2, pages.Count * LeastShare);
        return [.. pages.Select((page, i) => page with
        {
            Segments = [.. page.Segments.Where(segment => !AtEdge(page, segment) || (counts[Key(page, segment)] < least && !IsPageNumber(page, segment) && !(repeated.Contains((i, segment.Text)) && AtTop(page, segment))))],
        })];
    }

    private static bool AtTop(PdfPageText page, PdfSegment segment) => segment.Baseline > page.Height * (1 - Edge);

    private static bool AtEdge(PdfPageText page, PdfSegment segment) =>
        segment.Baseline < page.Height * Edge || segment.Baseline > page.Height * (1 - Edge);

    private static bool IsPageNumber(PdfPageText page, PdfSegment segment) =>
        segment.Text.Length <= 24 && PageNumber().IsMatch(segment.Text) &&
        // A number beside other words of the same line is part of them.
        !page.Segments.Any(other => !ReferenceEquals(other, segment) && Math.Abs(other.Baseline - segment.Baseline) < 2 && Math.Abs(other.Left - segment.Left) < 150);

    /// <summary>The text with its numbers alike, and the height it stands at.</summary>
    private static string Key(PdfPageText page, PdfSegment segment)
    {
        var key = new StringBuilder(segment.Text.Length + 6);
        foreach (var c in segment.Text)
        {
            if (char.IsLetter(c))
            {
                key.Append(char.ToLowerInvariant(c));
            }
            else if (char.IsDigit(c) && (key.Length == 0 || key[^1] != '#'))
            {
                key.Append('#');
            }
        }

        return key.Append('|').Append((int)Math.Round((segment.Baseline > page.Height / 2 ? page.Height - segment.Baseline : segment.Baseline) / 12)).Append(segment.Baseline > page.Height / 2 ? 'h' : 'l').ToString();
    }

    [GeneratedRegex(@"^\W*(page|seite|p\.|s\.|página|pagina|pág\.|стр\.|strona|sida|side|sivu)?\s*[0-9]{1,4}(\s*(/|of|von|de|di|sur|van|av|из|z)\s*[0-9]{1,4})?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();
}
