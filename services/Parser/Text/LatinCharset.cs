using System.Globalization;
using System.Text;
using Ingest.Parser.Language;

namespace Ingest.Parser.Text;

/// <summary>
/// A second opinion on charsets of Latin script, of which byte statistics confuse many: the text is read in each, and the one
/// wins in which its letters are those of its own language and its marks stand where marks stand.
/// </summary>
internal static class LatinCharset
{
    private const int SampleBytes = 16_384;

    /// <summary>Points for the charset of by far the most files.</summary>
    private const double Prior = 0.4;

    /// <summary>Letters that are words.</summary>
    private const string Words = "àâéèêóòöåæøíıúáý";

    // What is more common comes first, and stays when another is no better.
    private static readonly string[] Names =
        ["windows-1252", "windows-1250", "iso-8859-2", "windows-1254", "windows-1257", "iso-8859-13", "ibm850", "ibm852", "macintosh", "iso-8859-15", "x-mac-ce", "iso-8859-4"];

    private static readonly Lazy<(string Name, Encoding Encoding)[]> Candidates = new(() =>
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Array.ConvertAll(Names, name => (name, Encoding.GetEncoding(name)));
    });

    /// <summary>The charset in which the bytes read clearly better than in <paramref name="told"/>, or null.</summary>
    public static (string Name, Encoding Encoding)? Better(ReadOnlySpan<byte> bytes, Encoding told)
    {
        var sample = bytes[..Math.Min(bytes.Length, SampleBytes)];
        var toldText = told.GetString(sample);
        if (Scripts.Dominant(toldText) is not (Script.Latin or Script.None))
        {
            return null;
        }

        var best = Score(toldText, out _) + (told.CodePage == 1252 ? Prior : 0);
        (string, Encoding)? better = null;
        foreach (var candidate in Candidates.Value)
        {
            // Half a point is no reason: a dash more or less.
            var score = Score(candidate.Encoding.GetString(sample), out var known) + (candidate.Name == Names[0] ? Prior : 0);
            if (known && score > best + 0.9)
            {
                (best, better) = (score, candidate);
            }
        }

        return better;
    }

    /// <summary>Points for letters of the text's language, against points for everything that no text has.</summary>
    private static double Score(string text, out bool known)
    {
        var alphabet = LanguageDetector.Detect(Passages(text)) is { } language ? LatinLetters.Of(language) : null;
        known = alphabet is not null;
        double points = alphabet is null ? -1 : 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] >= 0x80)
            {
                points += Of(text, i, alphabet);
            }
        }

        return points;
    }

    /// <summary>The lines that have more than ASCII: a preface in English says nothing about the letters of the rest.</summary>
    private static string Passages(string text)
    {
        var passages = new StringBuilder();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (passages.Length < 2_000 && line.ContainsAnyExceptInRange('\0', '\u007F'))
            {
                passages.Append(line).Append('\n');
            }
        }

        return passages.ToString();
    }

    private static double Of(string text, int at, string? alphabet)
    {
        var c = text[at];
        var (before, after) = (at > 0 && char.IsLetter(text[at - 1]), at + 1 < text.Length && char.IsLetter(text[at + 1]));
        if (char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
        {
            // A capital behind a small letter stands in no word.
            var odd = (char.IsUpper(c) && before && char.IsLower(text[at - 1])) || (char.IsLower(c) && after && char.IsUpper(text[at + 1]));
            var small = char.ToLowerInvariant(c);
            return odd ? -2
                : !before && !after && !Words.Contains(small, StringComparison.Ordinal) ? -1
                : alphabet is null ? 0
                : alphabet.Contains(small, StringComparison.Ordinal) ? 1 : -1;
        }

        return c switch
        {
            '’' or '‘' => before || after ? 0.5 : 0,
            '\u00A0' or '\u00AD' => 0.2,
            '“' or '”' or '„' or '«' or '»' or '–' or '—' or '…' or '‚' or '‹' or '›' => before && after ? -2 : 0.5,
            '€' or '£' or '§' or '°' or '©' or '®' or '™' or '½' or '·' or '•' or '²' or '³' or '¿' or '¡' or 'ª' or 'º' => before && after ? -2 : 0.2,
            _ => before || after ? -2 : -1,
        };
    }
}
