using System.Globalization;

namespace Ingest.Deduplicator.Text;

/// <summary>What a character is to the tokeniser.</summary>
internal static class Characters
{
    private static readonly CharacterKind[] Table = BuildTable();

    /// <summary>One look-up for every UTF-16 unit: classification dominates the time of tokenising otherwise.</summary>
    public static CharacterKind KindOf(char c) => Table[c];

    /// <summary>Lower case, and full-width letters and digits as ordinary ones.</summary>
    public static char Fold(char c) => c switch
    {
        < '\u0080' => c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c,
        >= '\uFF01' and <= '\uFF5E' => Fold((char)(c - 0xFEE0)),
        _ => char.ToLowerInvariant(c),
    };

    private static CharacterKind[] BuildTable()
    {
        var table = new CharacterKind[char.MaxValue + 1];
        for (var i = 0; i <= char.MaxValue; i++)
        {
            table[i] = Classify((char)i);
        }

        return table;
    }

    private static CharacterKind Classify(char c)
    {
        if (c is '\u00AD' or (>= '\u200B' and <= '\u200D') or '\u2060' or '\uFEFF')
        {
            return CharacterKind.Invisible;
        }

        if (c is '\'' or '\u2019' or '\u02BC')
        {
            return CharacterKind.Apostrophe;
        }

        if (c is '"' or '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' or '\u300C' or '\u300D' or '\u300E' or '\u300F')
        {
            return CharacterKind.Quote;
        }

        if (c is '\n' or '\r')
        {
            return CharacterKind.LineEnd;
        }

        var category = char.GetUnicodeCategory(c);
        if (category == UnicodeCategory.DecimalDigitNumber)
        {
            return CharacterKind.Digit;
        }

        // Letters beyond the basic plane are nearly all Han; taking surrogates one by one gives them grams like the rest.
        if (IsOfSpacelessScript(c) && (char.IsLetter(c) || IsMark(category)) || char.IsSurrogate(c))
        {
            return CharacterKind.Spaceless;
        }

        return char.IsLetterOrDigit(c) || IsMark(category) ? CharacterKind.Letter : CharacterKind.Other;
    }

    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Thai, Lao, Myanmar, Khmer, Kana and Han: no spaces between words.</summary>
    private static bool IsOfSpacelessScript(char c) =>
        c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF')
            or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF')
            or (>= '\uF900' and <= '\uFAFF');
}

/// <summary>See <see cref="Characters"/>.</summary>
internal enum CharacterKind : byte
{
    /// <summary>Separates words.</summary>
    Other,

    /// <summary>Part of a word.</summary>
    Letter,

    /// <summary>Part of a number or word.</summary>
    Digit,

    /// <summary>A letter of a script without spaces.</summary>
    Spaceless,

    /// <summary>Between two letters it belongs to the word and is left out.</summary>
    Apostrophe,

    /// <summary>Opens or closes a quotation.</summary>
    Quote,

    /// <summary>Two of them end a paragraph.</summary>
    LineEnd,

    /// <summary>Soft hyphens and the like: as if they were not there.</summary>
    Invisible,
}
