using System.Globalization;

namespace Ingest.Indexer.Text;

/// <summary>Which characters make words, and which scripts write without spaces between them.</summary>
internal static class WordCharacters
{
    private static readonly bool[] AsciiWord = [.. Enumerable.Range(0, 128).Select(c => char.IsAsciiLetterOrDigit((char)c))];

    /// <summary>Whether the character at <paramref name="index"/> is part of a word.</summary>
    public static bool IsWord(string text, int index)
    {
        var c = text[index];
        if (c < 128)
        {
            return AsciiWord[c];
        }

        if (char.IsSurrogate(c))
        {
            return char.IsHighSurrogate(c) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
                && IsWordCategory(CharUnicodeInfo.GetUnicodeCategory(text, index));
        }

        return IsWordCategory(CharUnicodeInfo.GetUnicodeCategory(c));
    }

    /// <summary>Han, kana, hangul, Thai, Lao, Khmer and Burmese: indexed by pairs of characters.</summary>
    public static bool IsUnspaced(char c) =>
        c >= 0x0E01 && (c is >= '\u0E01' and <= '\u0EFF' or >= '\u1000' and <= '\u109F' or >= '\u1780' and <= '\u17FF'
            or >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF'
            or >= '\uF900' and <= '\uFAFF' or '\u3005' or '\u3007')
        && IsWordCategory(CharUnicodeInfo.GetUnicodeCategory(c));

    /// <summary>Soft hyphens and zero-width characters inside words.</summary>
    public static bool IsInvisible(char c) => c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF';

    private static bool IsWordCategory(UnicodeCategory category) => category is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber
        or UnicodeCategory.OtherNumber;
}
