namespace Ingest.Parser.WebArchives;

/// <summary>Which contents of a web archive may be articles: pages, feeds, data, texts; no pictures, scripts and styles.</summary>
internal static class NewsContent
{
    private static readonly HashSet<string> OtherTexts = new(
        ["text/css", "text/javascript", "text/ecmascript", "text/x-javascript", "text/vtt", "text/cache-manifest", "text/dns", "text/event-stream"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>What machines read, wherever it stands (RFC 9309, RFC 8615, IAB ads.txt).</summary>
    private static readonly HashSet<string> ForMachines = new(["/robots.txt", "/ads.txt", "/app-ads.txt", "/sellers.json", "/manifest.json"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a body may be an article.</summary>
    /// <param name="mediaType">As stated; without one, a body that begins with a tag is taken for a page.</param>
    /// <param name="address">Where it was.</param>
    /// <param name="body">Its beginning.</param>
    public static bool Is(string? mediaType, string? address, ReadOnlySpan<byte> body)
    {
        if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsForMachines(uri))
        {
            return false;
        }

        var type = MediaType(mediaType);
        return type.Length == 0
            ? body.TrimStart(" \t\r\n\uFEFF"u8) is [(byte)'<', ..]
            : IsText(type) && !OtherTexts.Contains(type);
    }

    /// <summary>The charset behind a media type.</summary>
    public static string? Charset(string? mediaType)
    {
        var at = mediaType?.IndexOf("charset", StringComparison.OrdinalIgnoreCase) ?? -1;
        if (at < 0 || mediaType![(at + "charset".Length)..].TrimStart() is not ['=', .. var value])
        {
            return null;
        }

        var name = value.Trim().Trim('"', '\'');
        name = name.IndexOfAny([';', ' ', '"', '\'', ',']) is var end and >= 0 ? name[..end] : name;
        return name.Length is > 0 and < 40 ? name : null;
    }

    private static bool IsForMachines(Uri uri) =>
        ForMachines.Contains(uri.AbsolutePath) || uri.AbsolutePath.StartsWith("/.well-known/", StringComparison.OrdinalIgnoreCase);

    private static string MediaType(string? stated) => (stated ?? "").Split(';', ',')[0].Trim().ToLowerInvariant();

    private static bool IsText(string type) =>
        type.StartsWith("text/", StringComparison.Ordinal) || type is "application/xhtml+xml" or "application/xml" or "application/json" or "application/x-ndjson" ||
        (type.StartsWith("application/", StringComparison.Ordinal) && (type.EndsWith("+xml", StringComparison.Ordinal) || (type.EndsWith("+json", StringComparison.Ordinal) && type != "application/manifest+json")));
}
