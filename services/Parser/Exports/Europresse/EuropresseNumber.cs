using System.Globalization;

namespace Ingest.Parser.Exports.Europresse;

/// <summary>The number under each document of Europresse and Eureka: <c>news·20250304·LC·0q1503_1256056</c>.</summary>
internal static class EuropresseNumber
{
    private const int Longest = 120;
    private const string Begins = "news·";

    /// <summary>The number, when the line ends with one.</summary>
    public static string? OfLine(ReadOnlySpan<char> line)
    {
        var at = line.Length > Longest ? -1 : line.IndexOf(Begins, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var number = line[at..].Trim();
        return number.Length > Begins.Length + 10 && number.IndexOf(' ') < 0 && number[Begins.Length + 8] == '·' &&
            DateOnly.TryParseExact(number.Slice(Begins.Length, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? number.ToString() : null;
    }
}
