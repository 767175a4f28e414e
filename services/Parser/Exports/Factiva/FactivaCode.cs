using System.Collections.Frozen;
using Ingest.Parser.PlainText;

namespace Ingest.Parser.Exports.Factiva;

/// <summary>The two- and three-letter codes of Factiva's form with field labels: <c>HD</c>, <c>BY</c>, <c>PD</c> …</summary>
internal static class FactivaCode
{
    // In the order in which Factiva writes them; those behind the text are the only ones that end it.
    private static readonly FrozenSet<string> Above = Of(
        "CLM", "SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "NGC", "GC", "ED", "PG", "VOL", "LA", "CY", "CX", "LP", "TD");

    private static readonly FrozenSet<string> Below = Of("ART", "CT", "RF", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN", "DE", "ATX", "DLN", "RST");

    // Also words, or the beginning of a line in capitals: alone on a line, or with what no prose has behind it.
    private static readonly FrozenSet<string> Words = Of("IN", "CO", "RE", "NS", "CT", "DE", "BY", "ED", "LA", "ART", "SE", "CR", "RF", "VOL");

    /// <summary>The code that the line begins with; empty when it begins with none.</summary>
    /// <param name="line">A line.</param>
    /// <param name="inText">Only codes that stand behind the text count.</param>
    /// <param name="value">What follows on the line.</param>
    public static ReadOnlySpan<char> Read(ReadOnlySpan<char> line, bool inText, out ReadOnlySpan<char> value)
    {
        value = default;
        var length = 0;
        while (length < line.Length && length < 4 && char.IsAsciiLetterUpper(line[length]))
        {
            length++;
        }

        if (length is < 2 or > 3 || (length < line.Length && !char.IsWhiteSpace(line[length])))
        {
            return default;
        }

        var code = line[..length];
        value = line[length..].Trim();
        var below = Has(Below, code);
        if (!below && (inText ? !IsTextCode(code) : !Has(Above, code)))
        {
            return default;
        }

        var apart = value.IsEmpty || line[length] == '\t' || (line.Length > length + 1 && char.IsWhiteSpace(line[length + 1]));
        var coded = code is "BY" && Byline.Read(value) is not null || value.Contains(" : ", StringComparison.Ordinal) || value.Contains('|');
        return apart || !inText && !Has(Words, code) || coded || code is "AN" && Accession.OfLine(value) is not null ? code : default;
    }

    /// <summary>The lead paragraph is followed by the text.</summary>
    private static bool IsTextCode(ReadOnlySpan<char> code) => code is "TD" or "LP";

    private static bool Has(FrozenSet<string> codes, ReadOnlySpan<char> code) => codes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(code);

    private static FrozenSet<string> Of(params string[] codes) => codes.ToFrozenSet(StringComparer.Ordinal);
}
