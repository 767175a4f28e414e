using System.Globalization;
using System.Text;

namespace Ingest.Queries.Export;

/// <summary>
/// Rows as RFC 4180 has them. What a spreadsheet would take for a formula (a leading <c>= + - @</c>, tab or line break) gets an apostrophe before
/// it (OWASP, CSV injection): titles and file names are strangers' text.
/// </summary>
public static class Csv
{
    /// <summary>One row.</summary>
    public static void Append(StringBuilder text, params ReadOnlySpan<object?> values)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = 0; i < values.Length; i++)
        {
            if (i > 0)
            {
                text.Append(',');
            }

            Append(text, values[i]);
        }

        text.Append("\r\n");
    }

    private static void Append(StringBuilder text, object? value)
    {
        var plain = value switch
        {
            null => "",
            string given => given is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? "'" + given : given,
            DateTimeOffset time => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
        if (plain.AsSpan().ContainsAny(",\"\r\n"))
        {
            text.Append('"').Append(plain.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        else
        {
            text.Append(plain);
        }
    }
}
