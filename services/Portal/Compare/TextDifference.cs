using System.Text.RegularExpressions;

namespace Ingest.Portal.Compare;

/// <summary>
/// Two texts side by side: paragraphs are paired by the words they share, in order and so that most words find a partner (the alignment of
/// Needleman and Wunsch, 1970); within a pair, words that stand in both by the longest common subsequence. Bounded: what goes beyond the
/// limits is shown as it is, unpaired or unmarked.
/// </summary>
internal static partial class TextDifference
{
    private const int MostParagraphs = 300;
    private const int MostCells = 4_000_000;
    private const double LeastAlike = 0.25;

    public static IReadOnlyList<DifferenceRow> Of(string first, string second)
    {
        var (a, b) = (Paragraphs(first), Paragraphs(second));
        var rows = Align(a.Take(MostParagraphs).ToList(), b.Take(MostParagraphs).ToList());
        for (var i = MostParagraphs; i < Math.Max(a.Count, b.Count); i++)
        {
            rows.Add(new DifferenceRow(Whole(a.ElementAtOrDefault(i), false), Whole(b.ElementAtOrDefault(i), false)));
        }

        return rows;
    }

    private static List<DifferenceRow> Align(List<string> a, List<string> b)
    {
        var (bagsA, bagsB) = (a.ConvertAll(Bag), b.ConvertAll(Bag));
        var alike = new double[a.Count, b.Count];
        var best = new double[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
        {
            for (var j = b.Count - 1; j >= 0; j--)
            {
                alike[i, j] = Alike(bagsA[i], bagsB[j]);
                var paired = alike[i, j] < LeastAlike ? 0 : alike[i, j] + best[i + 1, j + 1];
                best[i, j] = Math.Max(paired, Math.Max(best[i + 1, j], best[i, j + 1]));
            }
        }

        var rows = new List<DifferenceRow>();
        var (x, y) = (0, 0);
        while (x < a.Count || y < b.Count)
        {
            if (x < a.Count && y < b.Count && alike[x, y] >= LeastAlike && best[x, y] <= alike[x, y] + best[x + 1, y + 1] + 1e-9)
            {
                rows.Add(Words(a[x++], b[y++]));
            }
            else if (y >= b.Count || (x < a.Count && best[x + 1, y] >= best[x, y + 1]))
            {
                rows.Add(new DifferenceRow(Whole(a[x++], true), []));
            }
            else
            {
                rows.Add(new DifferenceRow([], Whole(b[y++], true)));
            }
        }

        return rows;
    }

    /// <summary>Which words of two paragraphs are the other's too.</summary>
    private static DifferenceRow Words(string first, string second)
    {
        var (a, b) = (Tokens(first), Tokens(second));
        var head = 0;
        while (head < a.Count && head < b.Count && a[head] == b[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < a.Count - head && tail < b.Count - head && a[^(tail + 1)] == b[^(tail + 1)])
        {
            tail++;
        }

        var (keptA, keptB) = (new bool[a.Count], new bool[b.Count]);
        Array.Fill(keptA, true, 0, head);
        Array.Fill(keptB, true, 0, head);
        Array.Fill(keptA, true, a.Count - tail, tail);
        Array.Fill(keptB, true, b.Count - tail, tail);
        Match(a, b, keptA, keptB, head, a.Count - tail, b.Count - tail);
        return new DifferenceRow(Pieces(a, keptA), Pieces(b, keptB));
    }

    private static void Match(List<string> a, List<string> b, bool[] keptA, bool[] keptB, int from, int toA, int toB)
    {
        var (rows, columns) = (toA - from, toB - from);
        if ((long)rows * columns is 0 or > MostCells)
        {
            return;
        }

        var length = new ushort[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
        {
            for (var j = columns - 1; j >= 0; j--)
            {
                length[i, j] = a[from + i] == b[from + j] ? (ushort)Math.Min(ushort.MaxValue, length[i + 1, j + 1] + 1) : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        for (var (i, j) = (0, 0); i < rows && j < columns;)
        {
            if (a[from + i] == b[from + j])
            {
                keptA[from + i++] = keptB[from + j++] = true;
            }
            else if (length[i + 1, j] >= length[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
    }

    /// <summary>Neighbours of one kind in one piece; a blank between two changed words is changed with them.</summary>
    private static List<DifferencePiece> Pieces(List<string> tokens, bool[] kept)
    {
        for (var i = 1; i < tokens.Count - 1; i++)
        {
            kept[i] &= !(string.IsNullOrWhiteSpace(tokens[i]) && !kept[i - 1] && !kept[i + 1]);
        }

        var pieces = new List<DifferencePiece>();
        for (var i = 0; i < tokens.Count;)
        {
            var end = i;
            while (end < tokens.Count && kept[end] == kept[i])
            {
                end++;
            }

            pieces.Add(new DifferencePiece(string.Concat(tokens.Skip(i).Take(end - i)), !kept[i]));
            i = end;
        }

        return pieces;
    }

    private static List<DifferencePiece> Whole(string? paragraph, bool isChanged) => paragraph is null ? [] : [new DifferencePiece(paragraph, isChanged)];

    private static List<string> Paragraphs(string text) => [.. text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static List<string> Tokens(string text) => [.. Token().Matches(text).Select(match => match.Value)];

    private static Dictionary<string, int> Bag(string text) =>
        Tokens(text).Where(token => char.IsLetterOrDigit(token[0])).CountBy(token => token.ToUpperInvariant()).ToDictionary();

    /// <summary>Dice's coefficient of the words.</summary>
    private static double Alike(Dictionary<string, int> a, Dictionary<string, int> b)
    {
        if (b.Count < a.Count)
        {
            (a, b) = (b, a);
        }

        var shared = a.Sum(word => Math.Min(word.Value, b.GetValueOrDefault(word.Key)));
        var all = a.Values.Sum() + b.Values.Sum();
        return all == 0 ? 0 : 2.0 * shared / all;
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+|\s+|.", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}

/// <summary>A pair of paragraphs, or one that stands in one text only.</summary>
/// <param name="First">The first text's; empty when it has none.</param>
/// <param name="Second">The second text's; empty when it has none.</param>
public sealed record DifferenceRow(IReadOnlyList<DifferencePiece> First, IReadOnlyList<DifferencePiece> Second)
{
    /// <summary>Whether the two are the same, or only one text has it.</summary>
    public bool IsSame => First.Count > 0 && Second.Count > 0 && !First.Concat(Second).Any(piece => piece.IsChanged);
}

/// <summary>A part of a paragraph.</summary>
/// <param name="Text">The part.</param>
/// <param name="IsChanged">Whether the other text has it not.</param>
public sealed record DifferencePiece(string Text, bool IsChanged);
