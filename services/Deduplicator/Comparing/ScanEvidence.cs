using Ingest.Deduplicator.Text;

namespace Ingest.Deduplicator.Comparing;

/// <summary>
/// What the places at which two texts differ say for a misread copy, and against another text of the same pattern: a sum of weights, as naive Bayes and logistic
/// regression have it. Above zero it is a copy.
/// </summary>
/// <remarks>
/// The weights are those of a logistic regression, rounded, over 10,000 pairs of a story and its scan (2 to 12 characters in 100 misread, clean text or scan beside it, whole or cut, lines of
/// a neighbour) and 20,000 pairs of different articles that are like each other (real ones near in time, real ones with other names and numbers, reports of one pattern), scanned as well.
/// It replaced two shares that were asked for, and a likelihood by look-alike words alone: with as many copies found, pairs of reports of one pattern taken for scans went from .14 to .02, of real notices from .019 to .006.
/// A word on its own says little; a name does: it comes again in its own text and is nowhere in the other, as no misread word is.
/// </remarks>
internal sealed class ScanEvidence(WordPlaces first, WordPlaces second)
{
    /// <summary>Of what it looks like (first letter, last letter, length) two words at one place have so many in common when they are alike.</summary>
    private const int FewestAlike = 2;

    /// <summary>Share of the places where the words must look like each other; in a text whose words were replaced they do not.</summary>
    private const double LookAlike = 0.55;

    /// <summary>Share of the numbers that stand at one place in both which may be other ones, and how many may be in a text with few.</summary>
    private const double OtherNumbers = 0.25;

    private const int FewOtherNumbers = 1;

    // How much words and numbers may say for a copy: many of the one do not outweigh the other.
    private const double MostOfWords = 3;
    private const double MostOfNumbers = 2;

    /// <summary>Of all pairs that come so far.</summary>
    private const double Bias = -0.35;

    private const double SameNumber = 1.1;
    private const double NumberAndWord = 0.35;
    private const double OtherNumber = -1.1;

    /// <summary>A number that stands nowhere in the other text.</summary>
    private const double MissingNumber = -0.65;

    // By how many of the three they have in common, and whether they are nowhere else, one comes again in its own text and never in the other, or one stands elsewhere in the other text.
    private static readonly double[,] WordWeights = { { -1.2, -1.45, -0.3 }, { -0.35, -0.4, 0.1 }, { 0, 0, 0.4 }, { 0.15, 0.6, 0.3 } };

    // Words that were parted or joined, by how many of two they have in common: how they begin and how they end.
    private static readonly double[] SpanWeights = [-2.2, -0.2, 0.2];

    private double _words;
    private double _numbers;
    private int _sameNumbers;
    private int _otherNumbers;

    /// <summary>Places with other words or parted ones; those with numbers are not counted.</summary>
    public int Places { get; private set; }

    /// <summary>Of these, places whose words do not look like each other.</summary>
    public int Unlike { get; private set; }

    /// <summary>A number that both have at one place.</summary>
    public void AddSameNumber()
    {
        _sameNumbers++;
        _numbers += SameNumber;
    }

    /// <summary>Two words at one place that are not the same.</summary>
    public void Add(uint one, uint other)
    {
        if (WordShape.IsNumber(one) || WordShape.IsNumber(other))
        {
            var areNumbers = WordShape.IsNumber(one) && WordShape.IsNumber(other);
            _otherNumbers += areNumbers ? 1 : 0;
            _numbers += areNumbers ? OtherNumber : NumberAndWord;
            return;
        }

        var common = WordShape.InCommon(one, other);
        Count(common < FewestAlike);
        var (isElsewhere, isOthersElsewhere) = (second.Has(one), first.Has(other));
        var isName = (!isElsewhere && first.Repeats(one)) || (!isOthersElsewhere && second.Repeats(other));
        _words += WordWeights[common, isName ? 1 : isElsewhere || isOthersElsewhere ? 2 : 0];
    }

    /// <summary>Runs of words at one place, of different lengths and without numbers.</summary>
    public void AddSpans(ReadOnlySpan<uint> one, ReadOnlySpan<uint> other)
    {
        var common = WordShape.InCommon(one[0], one[^1], other[0], other[^1]);
        Count(common < FewestAlike);
        _words += SpanWeights[common];
    }

    /// <summary>Whether most words at one place look like each other and most numbers are the same, as they must however much the rest says.</summary>
    public bool MostAgree => Unlike <= Places * (1 - LookAlike) && _otherNumbers <= FewOtherNumbers + ((_sameNumbers + _otherNumbers) * OtherNumbers);

    /// <summary>The sum.</summary>
    /// <param name="missingNumbers">Numbers of the text with fewer that stand nowhere in the other.</param>
    public double Sum(int missingNumbers) => Bias + Math.Min(MostOfWords, _words) + Math.Min(MostOfNumbers, _numbers + (missingNumbers * MissingNumber));

    private void Count(bool isUnlike)
    {
        Places++;
        Unlike += isUnlike ? 1 : 0;
    }
}
