using System.Globalization;
using System.Text.RegularExpressions;

namespace Ingest.Parser.WebArchives;

/// <summary>Takes the line in front of a record of an ARC file apart: address, IP address, date, media type …, length.</summary>
internal static partial class ArcHeader
{
    /// <summary>Whether a line is one.</summary>
    public static bool Is(string line) => Line().IsMatch(line);

    /// <summary>The record; null when the line is none.</summary>
    /// <exception cref="RecordException">Its length is no length.</exception>
    public static WebRecord? Read(string line)
    {
        if (Line().Match(line) is not { Success: true } match)
        {
            return null;
        }

        if (!long.TryParse(match.Groups["length"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            throw new RecordException("A record of the web archive states no length.");
        }

        var address = match.Groups["address"].Value;
        return new WebRecord(address.StartsWith("filedesc:", StringComparison.Ordinal) ? "warcinfo" : "response", length)
        {
            Address = address,
            Fetched = Time(match.Groups["date"].Value),
            ContentType = match.Groups["type"].Value,
            IsArc = true,
        };
    }

    private static DateTimeOffset? Time(string date) =>
        DateTimeOffset.TryParseExact(date, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    // Addresses were written with the spaces they have, so it is read from its end.
    [GeneratedRegex(@"^(?<address>[A-Za-z][A-Za-z0-9+.\-]*:.*) (?:[0-9A-Fa-f.:]+|-) (?<date>\d{8,20}) (?<type>\S+)(?: .*)? (?<length>\S+)$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Line();
}
