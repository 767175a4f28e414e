using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ingest.Evaluation.Reuters;

/// <summary>
/// Reads a reut2-NNN.sgm: Latin-1, regular enough for patterns. Rejected: an SGML or HTML parser; the files carry control
/// characters as entities and bare ampersands that they stumble over.
/// </summary>
internal static partial class SgmlReader
{
    public static async Task<IReadOnlyList<Story>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var text = await File.ReadAllTextAsync(path, Encoding.Latin1, cancellationToken);
        return [.. Stories().Matches(text).Select(match => Read(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), match.Groups[2].Value))];
    }

    private static Story Read(int newId, string sgml)
    {
        var type = TextType().Match(sgml).Groups[1].Value;
        var text = Element(sgml, "TEXT");
        // UNPROC stories have no inner elements: the first line is the headline, the rest is the body.
        var (title, body) = type == "UNPROC" ? Split(Decode(text)) : (Decode(Element(text, "TITLE")), Decode(Element(text, "BODY")));
        return new Story(
            newId,
            ParseDate(Element(sgml, "DATE")),
            OneLine(title),
            OneLine(Decode(Element(text, "AUTHOR"))),
            OneLine(Decode(Element(text, "DATELINE"))),
            body);
    }

    private static string Element(string sgml, string name)
    {
        var start = sgml.IndexOf('<' + name, StringComparison.Ordinal);
        start = start < 0 ? -1 : sgml.IndexOf('>', start) + 1;
        var end = start <= 0 ? -1 : sgml.IndexOf($"</{name}>", start, StringComparison.Ordinal);
        return end < 0 ? "" : sgml[start..end];
    }

    // "26-FEB-1987 15:01:01.79"; a few have blanks before, an unpadded hour, remarks behind, and one a stray digit: "605:12:19.12".
    private static DateTime ParseDate(string value)
    {
        var match = DatePattern().Match(value);
        return match.Success
            ? DateTime.ParseExact($"{match.Groups[1].Value} {match.Groups[2].Value}", "d-MMM-yyyy H:mm", CultureInfo.InvariantCulture)
            : throw new FormatException($"'{value.Trim()}' is not a date of this collection.");
    }

    private static (string Title, string Body) Split(string text)
    {
        var trimmed = text.TrimStart('\r', '\n', ' ');
        var line = trimmed.IndexOf('\n', StringComparison.Ordinal);
        return line < 0 ? (trimmed, "") : (trimmed[..line], trimmed[line..]);
    }

    private static string OneLine(string text) => Blanks().Replace(text, " ").Trim();

    private static string Decode(string sgml)
    {
        var characters = NumericEntity().Replace(sgml, match =>
            int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is var code and >= 32 and not 127 ? ((char)code).ToString() : "")
            .Replace("&lt;", "<", StringComparison.Ordinal)
            .Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal)
            .Replace("\r\n", "\n", StringComparison.Ordinal);
        return string.Concat(characters.Where(character => character == '\n' || !char.IsControl(character)));
    }

    [GeneratedRegex("<REUTERS [^>]*NEWID=\"(\\d+)\">(.*?)</REUTERS>", RegexOptions.Singleline)]
    private static partial Regex Stories();

    [GeneratedRegex("<TEXT TYPE=\"([A-Z]+)\"")]
    private static partial Regex TextType();

    [GeneratedRegex(@"(\d{1,2}-[A-Za-z]{3}-\d{4})\s+\d*?(\d{1,2}:\d{2})")]
    private static partial Regex DatePattern();

    [GeneratedRegex("&#(\\d{1,5});")]
    private static partial Regex NumericEntity();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
