using System.Text.RegularExpressions;

namespace Ingest.Deduplicator.Text;

/// <summary>A title for comparison.</summary>
/// <param name="Key">Equal for titles of the same words, whatever mark of a version precedes them; 0 for none.</param>
/// <param name="IsVersion">Whether it says that it corrects or updates an earlier article.</param>
internal readonly partial record struct Headline(ulong Key, bool IsVersion)
{
    private const int LongestMark = 100;
    private const int LongestTitle = 2_000;

    /// <summary>Reads a title.</summary>
    public static Headline Of(string title)
    {
        var (_, words, isVersion) = Read(title, withOffsets: false);
        return new Headline(words.Words == 0 ? 0 : words.Identity.High | 1, isVersion);
    }

    /// <summary>The words behind the mark of a version, and the first of them as it is written.</summary>
    public static (TokenizedText Words, string First) WordsOf(string title)
    {
        var (text, words, _) = Read(title, withOffsets: true);
        return (words, words.Offsets is [var first, ..] ? text[first.Start..first.End] : "");
    }

    private static (string Text, TokenizedText Words, bool IsVersion) Read(string title, bool withOffsets)
    {
        var text = Tokenizer.Compose(title.Length > LongestTitle ? title[..LongestTitle] : title);
        var mark = VersionMark().Match(text.Length > LongestMark ? text[..LongestMark] : text);
        var rest = text[mark.Length..];
        var words = Tokenizer.Read(rest, int.MaxValue, withOffsets);
        // A title of nothing but the mark ("Correction") is its own title.
        return words.Words == 0 && mark.Success ? (text, Tokenizer.Read(text, int.MaxValue, withOffsets), true) : (rest, words, mark.Success);
    }

    // Words that only a desk writes before a headline count by themselves; ordinary ones ("update", "lead") need a number or
    // a separator after them.
    [GeneratedRegex(
        """
        ^\W{0,3}(?:
            (?:CORRECTED|CORRECTION|CORRECTS|CLARIFICATION|REFILE|WRITETHRU|BERICHTIGUNG|BERICHTIGT|KORREKTUR|RECTIFICATIF|CORRIGÉ
                |CORRECCIÓN|CORREGIDO|RETTIFICA|УТОЧНЕНИЕ|ИСПРАВЛЕНИЕ|更正)\b[^\w]{0,4}
            |(?:UPDATED?|WRAPUP|LEAD|AKTUALISIERT|AKTUALISIERUNG|ACTUALIZACIÓN|AGGIORNAMENTO|ОБНОВЛЕНИЕ|更新)\s?(?:\d{1,2}\b[^\w]{0,4}|[:\-–—)\]][^\w]{0,4})
            |\d{1,2}(?:ST|ND|RD|TH)\s(?:LD|LEAD)\b(?:.{0,3}WRITETHRU)?[^\w]{0,4}
        ){1,3}
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex VersionMark();
}
