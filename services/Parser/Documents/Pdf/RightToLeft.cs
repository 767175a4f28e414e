using System.Text;

namespace Ingest.Parser.Documents.Pdf;

/// <summary>
/// Hebrew and Arabic: a PDF has their letters where they stand, from left to right. They are put into the order in which they are read, and pages of
/// them are turned round, so that all rules of layout hold.
/// </summary>
internal static class RightToLeft
{
    private const string Opening = "([{«", Closing = ")]}»";

    /// <summary>Whether a character is written from right to left.</summary>
    public static bool Is(char c) => c is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC';

    /// <summary>The page with its texts as they are read; mirrored when most of it is written from right to left.</summary>
    public static PdfPageText Page(PdfPageText page)
    {
        int right = 0, letters = 0;
        foreach (var segment in page.Segments)
        {
            foreach (var c in segment.Text)
            {
                (right, letters) = (right + (Is(c) ? 1 : 0), letters + (char.IsLetter(c) ? 1 : 0));
            }
        }

        if (right == 0)
        {
            return page;
        }

        var mirrored = right * 2 > letters;
        return page with
        {
            Segments = [.. page.Segments.Select(segment => mirrored
                ? segment with { Text = Logical(segment.Text, true), Left = -segment.Right, Right = -segment.Left }
                : segment with { Text = Logical(segment.Text, false) })],
        };
    }

    /// <summary>The order in which a line is read, of the order in which it is seen.</summary>
    /// <param name="seen">From left to right.</param>
    /// <param name="isBase">The line runs from right to left, and what is Latin in it the other way.</param>
    public static string Logical(string seen, bool isBase)
    {
        if (!seen.Any(Is))
        {
            return seen;
        }

        var line = isBase ? Reversed(seen) : seen;
        var text = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length;)
        {
            var end = RunEnd(line, i, isBase);
            var run = line[i..end];
            text.Append(IsTurned(run, isBase) ? Reversed(run) : run);
            i = end;
        }

        return Bracketed(text.ToString()).Normalize(NormalizationForm.FormKC);
    }

    /// <summary>A run of one direction; what has none belongs to what stands around it when both sides agree.</summary>
    private static int RunEnd(string line, int start, bool isBase)
    {
        var kind = Kind(line[start]);
        if (kind == 0)
        {
            return start + 1;
        }

        var last = start;
        for (var i = start + 1; i < line.Length; i++)
        {
            var other = Kind(line[i]);
            if (other == kind)
            {
                last = i;
            }
            else if (other != 0 || (kind < 0) != isBase && i - last > 3)
            {
                break;
            }
        }

        return last + 1;
    }

    /// <summary>1 for what runs from left to right, figures too; -1 for the other way; 0 for neither.</summary>
    private static int Kind(char c) => Is(c) ? -1 : char.IsLetterOrDigit(c) ? 1 : 0;

    private static bool IsTurned(string run, bool isBase) => Kind(run[0]) == (isBase ? 1 : -1);

    /// <summary>The other way round, letter by letter.</summary>
    public static string Reversed(string text)
    {
        var characters = text.ToCharArray();
        Array.Reverse(characters);
        return new string(characters);
    }

    /// <summary>Brackets are seen mirrored: when a closing one comes first, all of them are.</summary>
    private static string Bracketed(string text)
    {
        var first = text.AsSpan().IndexOfAny(Opening + Closing);
        if (first < 0 || Opening.Contains(text[first], StringComparison.Ordinal))
        {
            return text;
        }

        return string.Create(text.Length, text, (mirrored, from) =>
        {
            for (var i = 0; i < from.Length; i++)
            {
                mirrored[i] = Opening.IndexOf(from[i], StringComparison.Ordinal) is >= 0 and var open ? Closing[open] : Closing.IndexOf(from[i], StringComparison.Ordinal) is >= 0 and var close ? Opening[close] : from[i];
            }
        });
    }
}
