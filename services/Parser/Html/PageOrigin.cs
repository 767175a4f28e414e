using System.Text.RegularExpressions;

namespace Ingest.Parser.Html;

/// <summary>Where a saved page came from: by the comment that programs leave at its top, and without the archive's address before its own.</summary>
internal static partial class PageOrigin
{
    private const int Head = 4_096;

    /// <summary>The address in <c>saved from url=(0032)https://…</c> (browsers) or <c>Page saved with SingleFile url: …</c>.</summary>
    public static string? Stated(string html) =>
        Comment().Match(html[..Math.Min(html.Length, Head)]) is { Success: true } match ? match.Groups[1].Value.TrimEnd('-', '>') : null;

    /// <summary>The address itself, when it is one in a web archive.</summary>
    public static string? Live(string? url) =>
        url is not null && Archived().Match(url) is { Success: true } match ? match.Groups[1].Value : url;

    [GeneratedRegex(@"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*|Archive processed by SingleFile[^>]{0,200}?url:\s*)(https?://[^\s]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^(?:https?:)?//(?:web\.archive\.org/web|wayback\.archive-it\.org/(?:\d+|all)|webarchive\.[a-z.]+/(?:wayback/)?(?:archive/|ukwa/)?)/?\d{4,14}(?:[a-z]{2}_)?/(https?:/{1,2}.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Archived();
}
