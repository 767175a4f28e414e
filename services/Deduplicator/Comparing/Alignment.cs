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

    private readonly uint[] _first;
    private readonly uint[] _second;

    private Alignment(uint[] first, uint[] second) => (_first, _second) = (first, second);

    /// <summary>Words of the first that stand in the second, in order, or in a gap that is no longer than misread words make it.</summary>
    public int Covered { get; private set; }

    /// <summary>Of these, words that are the same.</summary>
    public int Kept { get; private set; }

    /// <summary>Gaps whose words look like misread ones.</summary>
    public int Alike { get; private set; }

    /// <summary>Gaps whose words are other ones.</summary>
    public int Unlike { get; private set; }

    /// <summary>Numbers that both have at one place.</summary>
    public int SameNumbers { get; private set; }

    /// <summary>Places where one has a number, and the other another one or a word.</summary>
    public int OtherNumbers { get; private set; }

    /// <summary>Lays them beside each other.</summary>
    public static Alignment Of(uint[] first, uint[] second)
    {
        var alignment = new Alignment(first, second);
        alignment.Walk(Chain(Anchors(first, second)));
        return alignment;
    }

    /// <summary>Places of the words that each has once.</summary>
    private static List<(int First, int Second)> Anchors(uint[] first, uint[] second)
    {
        var (a, b) = (Once(first), Once(second));
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

    private static List<(uint Token, int Place)> Once(uint[] tokens)
    {
        var places = new ulong[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            places[i] = ((ulong)tokens[i] << 32) | (uint)i;
        }

        places.AsSpan().Sort();
        var once = new List<(uint, int)>();
        for (var i = 0; i < places.Length; i++)
        {
            var token = places[i] >> 32;
            if ((i == 0 || places[i - 1] >> 32 != token) && (i + 1 == places.Length || places[i + 1] >> 32 != token))
            {
                once.Add(((uint)token, (int)(uint)places[i]));
            }
        }

        return once;
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
        if (words > LongestGap || others > LongestGap || isOpen)
        {
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
        Kept++;
        SameNumbers += WordShape.IsNumber(_first[place]) ? 1 : 0;
    }

    private void Differ(uint first, uint second)
    {
        if (first == second)
        {
            Kept++;
            SameNumbers += WordShape.IsNumber(first) ? 1 : 0;
        }
        else if (WordShape.IsNumber(first) || WordShape.IsNumber(second))
        {
            OtherNumbers++;
        }
        else if (WordShape.AreAlike(first, second))
        {
            Alike++;
        }
        else
        {
            Unlike++;
        }
    }

    /// <summary>Words that were parted or joined, or other words.</summary>
    private void DifferAsSpans(ReadOnlySpan<uint> first, ReadOnlySpan<uint> second)
    {
        var numbers = Math.Min(Numbers(first), Numbers(second));
        OtherNumbers += numbers;
        if (numbers > 0)
        {
            return;
        }

        var alike = WordShape.SpanAlike(first[0], first[^1], second[0], second[^1]);
        Alike += alike ? 1 : 0;
        Unlike += alike ? 0 : 1;
    }

    private static int Numbers(ReadOnlySpan<uint> tokens)
    {
        var numbers = 0;
        foreach (var token in tokens)
        {
            numbers += WordShape.IsNumber(token) ? 1 : 0;
        }

        return numbers;
    }
}
