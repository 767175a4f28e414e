using Ingest.Deduplicator.Text;

namespace Ingest.Deduplicator.Comparing;

/// <summary>
/// Two texts laid beside each other: words that both have once, in the order that most of them keep ("patience", as in Bram Cohen's diff), and what
/// stands between these. Tells a misread copy from another text of the same pattern by what stands at the places where they differ.
/// </summary>
/// <remarks>n log n in the words; only asked of texts whose letters are near.</remarks>
internal sealed class Alignment
{
    /// <summary>Words that may stand between two places that agree; more is a passage that one of the two does not have.</summary>
    private const int LongestGap = 6;

    /// <summary>As many words may be misread in a row, as far as this many words or this share of them are more or fewer in the other.</summary>
    private const int LongestRun = 30;
    private const int LeastDifference = 2;
    private const double MostDifference = 0.25;

    private readonly uint[] _first;
    private readonly uint[] _second;
    private readonly WordPlaces _firstPlaces;
    private readonly WordPlaces _secondPlaces;

    private Alignment(uint[] first, uint[] second)
    {
        (_first, _second) = (first, second);
        (_firstPlaces, _secondPlaces) = (new WordPlaces(first), new WordPlaces(second));
        Evidence = new ScanEvidence(_firstPlaces, _secondPlaces);
    }

    /// <summary>Words of the first that stand in the second, in order, or in a gap that is no longer than misread words make it.</summary>
    public int Covered { get; private set; }

    /// <summary>Words of the second before what both have, beside those of the first: the median over the words that both have once.</summary>
    public int Before { get; private set; }

    /// <summary>What the places say at which they differ.</summary>
    public ScanEvidence Evidence { get; }

    /// <summary>Lays them beside each other.</summary>
    public static Alignment Of(uint[] first, uint[] second)
    {
        var alignment = new Alignment(first, second);
        var chain = Chain(alignment.Anchors());
        alignment.Before = Median(chain.ConvertAll(anchor => anchor.Second - anchor.First));
        alignment.Walk(chain);
        return alignment;
    }

    /// <summary>Places of the words that each has once.</summary>
    private List<(int First, int Second)> Anchors()
    {
        var (a, b) = (_firstPlaces.Once(), _secondPlaces.Once());
        var anchors = new List<(int First, int Second)>();
        for (int i = 0, j = 0; i < a.Count && j < b.Count;)
        {
            var (x, y) = (a[i].Token, b[j].Token);
            if (x == y)
            {
                anchors.Add((a[i].Place, b[j].Place));
            }

            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }

        anchors.Sort();
        return anchors;
    }

    /// <summary>The longest part of the anchors that is in order in both texts.</summary>
    private static List<(int First, int Second)> Chain(List<(int First, int Second)> anchors)
    {
        var (ends, before) = (new List<int>(), new int[anchors.Count]);
        for (var i = 0; i < anchors.Count; i++)
        {
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = anchors[ends[middle]].Second < anchors[i].Second ? (middle + 1, high) : (low, middle);
            }

            before[i] = low == 0 ? -1 : ends[low - 1];
            if (low == ends.Count)
            {
                ends.Add(i);
            }
            else
            {
                ends[low] = i;
            }
        }

        var chain = new List<(int, int)>();
        for (var i = ends.Count == 0 ? -1 : ends[^1]; i >= 0; i = before[i])
        {
            chain.Add(anchors[i]);
        }

        chain.Reverse();
        return chain;
    }

    private static int Median(List<int> values)
    {
        values.Sort();
        return values.Count == 0 ? 0 : values[values.Count / 2];
    }

    private void Walk(List<(int First, int Second)> chain)
    {
        var (first, second) = (-1, -1);
        foreach (var anchor in chain.Append((First: _first.Length, Second: _second.Length)))
        {
            Between(first + 1, anchor.First, second + 1, anchor.Second, isOpen: first < 0 || anchor.First == _first.Length);
            (first, second) = anchor;
            if (first < _first.Length)
            {
                Keep(first);
            }
        }
    }

    /// <param name="first">Where the words between two anchors begin in the first.</param>
    /// <param name="firstEnd">Where they end.</param>
    /// <param name="second">Where they begin in the second.</param>
    /// <param name="secondEnd">Where they end.</param>
    /// <param name="isOpen">Whether an end of a text is one of the two: what stands there need not be anything of the other.</param>
    private void Between(int first, int firstEnd, int second, int secondEnd, bool isOpen)
    {
        while (first < firstEnd && second < secondEnd && _first[first] == _second[second])
        {
            Keep(first++);
            second++;
        }

        while (first < firstEnd && second < secondEnd && _first[firstEnd - 1] == _second[secondEnd - 1])
        {
            Keep(--firstEnd);
            secondEnd--;
        }

        var (words, others) = (firstEnd - first, secondEnd - second);
        if (isOpen)
        {
            return;
        }

        if (words > LongestGap || others > LongestGap)
        {
            // Badly misread, if as long in both: which word is which is not known.
            Covered += Math.Max(words, others) <= LongestRun && Math.Abs(words - others) <= Math.Max(LeastDifference, words * MostDifference) ? words : 0;
            return;
        }

        Covered += words;
        if (words == others)
        {
            for (var i = 0; i < words; i++)
            {
                Differ(_first[first + i], _second[second + i]);
            }
        }
        else if (words > 0 && others > 0)
        {
            DifferAsSpans(_first.AsSpan(first, words), _second.AsSpan(second, others));
        }
    }

    private void Keep(int place)
    {
        Covered++;
        KeepNumber(_first[place]);
    }

    private void KeepNumber(uint token)
    {
        if (WordShape.IsNumber(token))
        {
            Evidence.AddSameNumber();
        }
    }

    private void Differ(uint first, uint second)
    {
        if (first == second)
        {
            KeepNumber(first);
        }
        else
        {
            Evidence.Add(first, second);
        }
    }

    /// <summary>Words that were parted or joined, or other words. Where both have numbers, which of them belong together is not known.</summary>
    private void DifferAsSpans(ReadOnlySpan<uint> first, ReadOnlySpan<uint> second)
    {
        if (!HaveNumbers(first) || !HaveNumbers(second))
        {
            Evidence.AddSpans(first, second);
        }
    }

    private static bool HaveNumbers(ReadOnlySpan<uint> tokens)
    {
        foreach (var token in tokens)
        {
            if (WordShape.IsNumber(token))
            {
                return true;
            }
        }

        return false;
    }
}
