using System.Globalization;
using System.Text;

namespace Ingest.Evaluation.Feeds;

/// <summary>Reads the literals of Python that the expectations use: strings, and tuples of numbers as an instant.</summary>
internal static class PythonLiteral
{
    /// <summary>The string; null when it is none.</summary>
    public static string? Text(ReadOnlySpan<char> literal)
    {
        literal = literal.Trim().TrimStart('u');
        if (literal.Length < 2 || literal[0] is not ('\'' or '"') || literal[^1] != literal[0])
        {
            return null;
        }

        var triple = literal.Length >= 6 && literal[1] == literal[0] && literal[2] == literal[0];
        var text = new StringBuilder();
        var inside = triple ? literal[3..^3] : literal[1..^1];
        for (var i = 0; i < inside.Length; i++)
        {
            i += inside[i] == '\\' && i + 1 < inside.Length ? Escaped(inside[(i + 1)..], text) : Plain(inside[i], text);
        }

        return text.ToString();
    }

    /// <summary>The instant of a <c>time.struct_time</c>, which is in UTC.</summary>
    public static DateTimeOffset? Instant(ReadOnlySpan<char> literal)
    {
        var open = literal.IndexOf('(');
        var close = literal.IndexOf(')');
        var parts = open < 0 || close < open ? [] : literal[(open + 1)..close].ToString().Split(',', StringSplitOptions.TrimEntries);
        return parts.Length >= 6 && Array.TrueForAll(parts, part => int.TryParse(part, CultureInfo.InvariantCulture, out _))
            ? new DateTimeOffset(Number(parts[0]), Number(parts[1]), Number(parts[2]), Number(parts[3]), Number(parts[4]), Number(parts[5]), TimeSpan.Zero)
            : null;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static int Plain(char c, StringBuilder text)
    {
        text.Append(c);
        return 0;
    }

    private static int Escaped(ReadOnlySpan<char> rest, StringBuilder text)
    {
        var digits = rest[0] switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits > 0 && rest.Length > digits && int.TryParse(rest.Slice(1, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
        {
            text.Append(char.ConvertFromUtf32(code));
            return digits + 1;
        }

        text.Append(rest[0] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', var other => other });
        return 1;
    }
}
