using System.Globalization;

namespace Ingest.Parser.Exports.Factiva;

/// <summary>
/// Factiva's accession number: a source's code filled up with zeros, the date, nine letters and digits, as in <c>Document LINDCO0020250304el3400001</c>.
/// </summary>
internal static class Accession
{
    private const int Tail = 9;

    /// <summary>The number, when the line is a word or two (in any language) and such a number.</summary>
    public static string? OfLine(ReadOnlySpan<char> line)
    {
        if (line.Length is < 20 or > 60)
        {
            return null;
        }

        var space = line.LastIndexOfAny(" \t\u00A0");
        if (space < 0)
        {
            // Chinese and Japanese need no space.
            space = line.LastIndexOfAnyExceptInRange('0', 'z');
        }

        var number = line[(space + 1)..];
        var before = line[..(space + 1)];
        return Is(number) && before.IndexOfAnyInRange('0', '9') < 0 && before.Length <= 24 && !before.Contains('.') ? number.ToString() : null;
    }

    /// <summary>Whether a word is such a number.</summary>
    public static bool Is(ReadOnlySpan<char> word)
    {
        if (word.Length is < 21 or > 30 || !char.IsAsciiLetter(word[0]))
        {
            return false;
        }

        foreach (var c in word)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                return false;
            }
        }

        var date = word[^(8 + Tail)..^Tail];
        return word[^(8 + Tail + 1)] is '0' && DateOnly.TryParseExact(date, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 2100;
    }
}
