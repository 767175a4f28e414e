using Ingest.Parser.Dates;

namespace Ingest.Parser.Exports.Europresse;

/// <summary>The line of section, date and page under the publication's name: <c>Politique, mardi 4 mars 2025, p. 16</c>.</summary>
/// <param name="Line">Where it stands.</param>
/// <param name="Section">What stands before the date.</param>
/// <param name="Date">The date.</param>
internal readonly record struct EuropresseHeader(int Line, string? Section, FoundDate Date)
{
    private const int Longest = 160;
    private const int MostParts = 6;

    /// <summary>The first such line; one that follows the publication's name where the layout marks this.</summary>
    public static EuropresseHeader? Find(ExportText text, int from, int to)
    {
        EuropresseHeader? found = null;
        for (var i = from; i < to; i++)
        {
            if (text[i].Length is < 8 or > Longest || Read(text[i]) is not { } read)
            {
                continue;
            }

            found ??= new EuropresseHeader(i, read.Section, read.Date);
            var above = Above(text, i, from);
            if (above >= 0 && text.Role(above) == LineRole.Publication)
            {
                return new EuropresseHeader(i, read.Section, read.Date);
            }
        }

        return found;
    }

    /// <summary>The nearest line above that is not blank, or -1.</summary>
    public static int Above(ExportText text, int line, int from)
    {
        do
        {
            line--;
        }
        while (line >= from && text.Lines[line].IsBlank);
        return line >= from ? line : -1;
    }

    private static (string? Section, FoundDate Date)? Read(ReadOnlySpan<char> line)
    {
        var parts = line.ToString().Split(", ", MostParts, StringSplitOptions.TrimEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            var rest = string.Join(", ", parts[i..]);
            if (DateReader.Read(rest) is { IsDay: true } date && IsPage(rest.AsSpan(date.Length).Trim(" ,-–")))
            {
                return (i > 0 ? string.Join(", ", parts[..i]) : null, date);
            }
        }

        return null;
    }

    /// <summary>Nothing, a page, or a time with its zone may follow.</summary>
    private static bool IsPage(ReadOnlySpan<char> rest) =>
        rest.IsEmpty || rest.Length <= 40 && (rest[0] is 'p' or 'P' or '+' or '(' || char.IsAsciiDigit(rest[0]) || rest.StartsWith("UTC", StringComparison.Ordinal) || rest.StartsWith("GMT", StringComparison.Ordinal));
}
