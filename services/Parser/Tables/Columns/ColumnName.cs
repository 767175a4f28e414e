using System.Globalization;
using System.Text;

namespace Ingest.Parser.Tables.Columns;

/// <summary>Brings the ways of writing a column's name together: <c>Published_At</c>, <c>published-at</c> and <c>publishedAt</c> are one.</summary>
internal static class ColumnName
{
    private const int Longest = 80;

    /// <summary>Letters and digits only, lower-case, without accents.</summary>
    public static string Normalised(ReadOnlySpan<char> name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var c in WholeCharacters(name[..Math.Min(name.Length, Longest)]).Replace("ß", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                letters.Append(char.ToLowerInvariant(c));
            }
        }

        return letters.ToString();
    }

    /// <summary>Without halves of characters, which no text can be normalised with: the end of a long name may be one.</summary>
    private static string WholeCharacters(ReadOnlySpan<char> name)
    {
        var whole = new StringBuilder(name.Length);
        foreach (var character in name.EnumerateRunes())
        {
            whole.Append(character);
        }

        return whole.ToString();
    }
}
