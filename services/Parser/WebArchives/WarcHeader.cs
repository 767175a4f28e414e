using System.Globalization;

namespace Ingest.Parser.WebArchives;

/// <summary>Takes the header of a WARC record apart (ISO 28500; the same in versions 0.17 to 1.1).</summary>
internal static class WarcHeader
{
    private const int MostLines = 1_000;

    /// <summary>Reads the lines behind the one with the version.</summary>
    /// <exception cref="RecordException">It states no length, so nobody knows where the record ends.</exception>
    public static WebRecord Read(RecordLines lines)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string? last = null;
        for (var count = 0; count < MostLines && lines.Read() is { Length: > 0 } line; count++)
        {
            // Long values go on in the next line.
            if (line[0] is ' ' or '\t' && last is not null)
            {
                fields[last] += " " + line.Trim();
            }
            else if (line.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
            {
                last = line[..colon].Trim();
                fields[last] = line[(colon + 1)..].Trim();
            }
        }

        if (!long.TryParse(fields.GetValueOrDefault("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            throw new RecordException("A record of the web archive states no length.");
        }

        return new WebRecord((fields.GetValueOrDefault("WARC-Type") ?? "").ToLowerInvariant(), length)
        {
            // Wget writes <http://…>, as the grammar of version 1.0 had it.
            Address = fields.GetValueOrDefault("WARC-Target-URI")?.Trim('<', '>', ' '),
            Fetched = Time(fields.GetValueOrDefault("WARC-Date")),
            ContentType = fields.GetValueOrDefault("Content-Type"),
            Truncated = fields.GetValueOrDefault("WARC-Truncated"),
        };
    }

    private static DateTimeOffset? Time(string? stated) =>
        DateTimeOffset.TryParse(stated, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}
