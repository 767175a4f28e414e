using System.Text;
using Ingest.Parser.Dates;

namespace Ingest.Parser.Agency;

/// <summary>What header and trailer of a wire message say.</summary>
/// <param name="Format"><c>iptc-7901</c> or <c>anpa-1312</c>.</param>
/// <param name="Key">Source and message number.</param>
/// <param name="Section">The category.</param>
/// <param name="Date">When it was sent.</param>
internal sealed record WireHeader(string Format, string? Key, string? Section, FoundDate? Date)
{
    public static WireHeader Of(WireMessage message)
    {
        var lines = Encoding.Latin1.GetString(message.Header).Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var trailer = Encoding.Latin1.GetString(message.Trailer);
        // ANPA has the number on a line of its own; IPTC 7901 has one line: source and number, priority, category, words, options.
        var fields = Fields(lines.Length > 1 ? lines[1] : lines.FirstOrDefault() ?? "");
        return lines.Length > 1
            ? new WireHeader("anpa-1312", Fields(lines[0]).FirstOrDefault(), fields.Skip(1).FirstOrDefault(IsCategory), Zoned(trailer) ?? Short(fields))
            : new WireHeader("iptc-7901", fields.FirstOrDefault(), fields.Skip(2).FirstOrDefault(IsCategory), DayTime(trailer));
    }

    private static string[] Fields(string line) => line.Split([' ', '\t', '\u001F', '\u001E', '\u001D', '\u0013', '\u0011', '\u0012', '\u0014'], StringSplitOptions.RemoveEmptyEntries);

    private static bool IsCategory(string field) => field.Length is >= 1 and <= 4 && field.All(char.IsAsciiLetter);

    /// <summary><c>131410 Feb 25</c>: day, time, month, year; the time is in the agency's own zone.</summary>
    private static FoundDate? DayTime(string trailer)
    {
        var words = Fields(trailer.Replace('\r', ' ').Replace('\n', ' '));
        for (var i = 0; i + 1 < words.Length; i++)
        {
            var digits = words[i].TakeWhile(char.IsAsciiDigit).Count();
            if (digits == 6 && words.Skip(i + 1).FirstOrDefault(word => MonthNames.Month(word) > 0) is { } month &&
                words.SkipWhile(word => word != month).Skip(1).FirstOrDefault() is { } year)
            {
                var zone = words[i].Length > digits ? words[i][digits..] : words[i + 1] == month ? "" : words[i + 1];
                return MachineDate.Read($"{words[i][..2]} {month} {year} {words[i][2..4]}:{words[i][4..6]} {zone}".TrimEnd());
            }
        }

        return null;
    }

    /// <summary><c>AP-NY-02-13-25 0930EST</c>.</summary>
    private static FoundDate? Zoned(string trailer)
    {
        var words = Fields(trailer.Replace('\r', ' ').Replace('\n', ' '));
        for (var i = 0; i + 1 < words.Length; i++)
        {
            var parts = words[i].Split('-');
            var clock = words[i + 1];
            if (parts.Length >= 3 && parts[^3..].All(part => part.Length == 2 && part.All(char.IsAsciiDigit)) && clock.Length >= 4 && clock[..4].All(char.IsAsciiDigit))
            {
                var zone = clock.Length > 4 ? clock[4..] : i + 2 < words.Length ? words[i + 2] : "";
                var century = int.Parse(parts[^1], System.Globalization.CultureInfo.InvariantCulture) < 70 ? "20" : "19";
                return MachineDate.Read($"{century}{parts[^1]}-{parts[^3]}-{parts[^2]} {clock[..2]}:{clock[2..4]} {zone}".TrimEnd());
            }
        }

        return null;
    }

    /// <summary><c>02-13-25</c> among the header's fields: month first, as in America.</summary>
    private static FoundDate? Short(string[] fields)
    {
        foreach (var parts in fields.Select(field => field.Split('-')).Where(parts => parts.Length == 3 && parts.All(part => part.Length is 2 or 4 && part.All(char.IsAsciiDigit))))
        {
            return MachineDate.Read($"{(parts[2].Length == 2 ? "20" : "")}{parts[2]}-{parts[0]}-{parts[1]}");
        }

        return null;
    }
}
