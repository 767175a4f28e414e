using System.Text;
using UglyToad.PdfPig.Content;

namespace Ingest.Parser.Documents.Pdf;

/// <summary>
/// Makes segments of the letters of a page, in the order that the file draws them in: programs draw a line from left to right, and
/// most draw the spaces, too.
/// </summary>
internal sealed class PdfSegments
{
    // In shares of the letters' size. A word space is a quarter in most fonts, tight ones have a fifth; kerning stays below a tenth.
    private const double LeastSpace = 0.16;

    /// <summary>Wider gaps may be a gutter between columns; words that were parted by mistake find each other again on the line.</summary>
    private const double WidestSpace = 0.7;

    /// <summary>Letters of a segment that may be put in front of it one by one.</summary>
    private const int MostTurned = 2_000;

    private readonly List<PdfSegment> _segments = [];
    private readonly HashSet<(string Value, long X, long Y)> _drawn = [];
    private readonly StringBuilder _text = new();
    private double _left, _right, _baseline, _size;
    private int _bold, _letters;
    private bool _space;

    public static List<PdfSegment> Of(IReadOnlyList<Letter> letters, out int unreadable)
    {
        var orientation = Orientation(letters);
        var segments = new PdfSegments();
        unreadable = 0;
        foreach (var letter in letters)
        {
            // Text at another angle is a picture's credit or a watermark.
            if (letter.TextOrientation != orientation || letter.PointSize is < 2 or > 1_000)
            {
                continue;
            }

            if (GlyphText.Of(letter.Value) is { } text)
            {
                segments.Add(letter, text);
            }
            else
            {
                unreadable++;
            }
        }

        segments.Finish();
        return segments._segments;
    }

    private static TextOrientation Orientation(IReadOnlyList<Letter> letters)
    {
        Span<int> counts = stackalloc int[8];
        counts.Clear();
        foreach (var letter in letters)
        {
            counts[(int)letter.TextOrientation & 7]++;
        }

        var best = (int)TextOrientation.Horizontal;
        for (var i = 0; i < counts.Length; i++)
        {
            best = i != (int)TextOrientation.Other && counts[i] > counts[best] ? i : best;
        }

        return (TextOrientation)best;
    }

    private void Add(Letter letter, string text)
    {
        var place = LetterPlace.Of(letter);
        var size = letter.PointSize;
        if (!double.IsFinite(place.Left + place.Right + place.Baseline))
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            _space = true;
            return;
        }

        // Some programs make letters bold by drawing them twice, or give them a shadow.
        if (!_drawn.Add((text, (long)(place.Left / Math.Max(1, size * 0.12)), (long)(place.Baseline / Math.Max(1, size * 0.12)))))
        {
            return;
        }

        var gap = place.Left - _right;
        var larger = Math.Max(size, _size);
        if (RightToLeft.Is(text[0]))
        {
            // A glyph of two letters has them in the order in which they are read, all others in the order in which they are seen.
            text = text.Length > 1 ? RightToLeft.Reversed(text) : text;
            var before = _left - place.Right;
            if (_letters is > 0 and < MostTurned && before > -larger * 0.5 && before < larger * WidestSpace && place.Left < _left && Math.Abs(place.Baseline - _baseline) <= larger * 0.3 && size <= _size * 1.6 && size >= _size * 0.5)
            {
                // Some programs draw them in the order in which they are read.
                _text.Insert(0, _space || before > larger * LeastSpace ? text + " " : text);
                (_left, _space, _letters) = (place.Left, false, _letters + 1);
                return;
            }
        }

        if (_letters > 0 && (Math.Abs(place.Baseline - _baseline) > larger * 0.3 || gap > larger * WidestSpace || gap < -larger * 0.5 || size > _size * 1.6 || size < _size * 0.5))
        {
            Finish();
        }

        if (_letters == 0)
        {
            (_left, _baseline, _size) = (place.Left, place.Baseline, size);
        }
        else if (_space || gap > larger * LeastSpace)
        {
            _text.Append(' ');
        }

        _text.Append(text);
        _right = Math.Max(place.Right, place.Left);
        _letters++;
        _bold += letter.FontDetails?.IsBold == true || letter.FontName?.Contains("Bold", StringComparison.OrdinalIgnoreCase) == true ? 1 : 0;
        _space = false;
    }

    private void Finish()
    {
        if (_letters > 0)
        {
            _segments.Add(new PdfSegment(_text.ToString(), _left, Math.Max(_right, _left), _baseline, _size, _bold * 2 > _letters));
        }

        _text.Clear();
        (_letters, _bold, _space) = (0, 0, false);
    }
}
