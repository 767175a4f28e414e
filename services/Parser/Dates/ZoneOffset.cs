using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace Ingest.Parser.Dates;

/// <summary>Reads a zone as programs write it: <c>Z</c>, <c>+0130</c>, <c>-5</c>, <c>GMT+1</c>, <c>EST</c>.</summary>
internal static class ZoneOffset
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["Z"] = "Z", ["UT"] = "Z", ["UTC"] = "Z", ["GMT"] = "Z", ["Etc/GMT"] = "Z", ["Etc/UTC"] = "Z", ["WET"] = "+00:00", ["WEST"] = "+01:00", ["BST"] = "+01:00",
        ["CET"] = "+01:00", ["MET"] = "+01:00", ["MEZ"] = "+01:00", ["CEST"] = "+02:00", ["MEST"] = "+02:00", ["MESZ"] = "+02:00", ["EET"] = "+02:00", ["EEST"] = "+03:00",
        ["MSK"] = "+03:00", ["MSD"] = "+04:00", ["SAST"] = "+02:00", ["TRT"] = "+03:00", ["PKT"] = "+05:00", ["SGT"] = "+08:00", ["HKT"] = "+08:00", ["AWST"] = "+08:00",
        ["JST"] = "+09:00", ["KST"] = "+09:00", ["AEST"] = "+10:00", ["AEDT"] = "+11:00", ["NZST"] = "+12:00", ["NZDT"] = "+13:00", ["NDT"] = "-02:30", ["NST"] = "-03:30",
        ["BRT"] = "-03:00", ["ART"] = "-03:00", ["ADT"] = "-03:00", ["AST"] = "-04:00", ["EDT"] = "-04:00", ["EST"] = "-05:00", ["CDT"] = "-05:00", ["CST"] = "-06:00",
        ["MDT"] = "-06:00", ["MST"] = "-07:00", ["PDT"] = "-07:00", ["PST"] = "-08:00", ["AKDT"] = "-08:00", ["AKST"] = "-09:00", ["HST"] = "-10:00",
        ["A"] = "-01:00", ["N"] = "+01:00", ["M"] = "-12:00", ["Y"] = "+12:00",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> OfNames = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz/_");

    /// <summary><c>Z</c>, <c>+01:30</c>, or empty when no offset is stated or its name is not known; null when it is no zone at all.</summary>
    public static string? Of(ReadOnlySpan<char> zone)
    {
        zone = zone.Trim();
        // A comment repeats the zone in words: "+0100 (CET)".
        var comment = zone.IndexOf('(');
        if (comment == 0)
        {
            return Of(zone.Trim("()"));
        }

        zone = comment > 0 ? zone[..comment].TrimEnd() : zone;
        if (zone.IsEmpty)
        {
            return "";
        }

        if (Names.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(zone, out var named))
        {
            return named;
        }

        var sign = zone.IndexOfAny("+-−");
        if (sign > 0 && !Names.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(zone[..sign].Trim()))
        {
            return null;
        }

        return sign >= 0 ? Numeric(zone[sign], zone[(sign + 1)..]) : zone.ContainsAnyExcept(OfNames) ? null : "";
    }

    private static string? Numeric(char sign, ReadOnlySpan<char> digits)
    {
        var cursor = new TextCursor(digits.Trim());
        var (hours, count) = cursor.Number();
        var minutes = 0;
        if (count is 3 or 4)
        {
            (hours, minutes) = (hours / 100, hours % 100);
        }
        else if (count is 1 or 2 && cursor.Skip(":"))
        {
            minutes = cursor.Number().Value;
        }

        // RFC 5322: the time is UTC, and nothing is said of the zone. ISO 8601 has no negative zero.
        if (sign != '+' && hours == 0 && minutes == 0 && count > 0 && cursor.AtEnd)
        {
            return "Z";
        }

        return count is 0 or > 4 || hours > 14 || minutes > 59 || !cursor.AtEnd
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{(sign == '+' ? '+' : '-')}{hours:00}:{minutes:00}");
    }
}
