using Ingest.Parser.Agencies;
using Ingest.Parser.Articles;

namespace Ingest.Parser.Exports;

/// <summary>Authors as databases state them: bylines as printed, or names turned round: <c>Albrecht, Bernhard; Doe, Jane</c>.</summary>
internal static class ExportPeople
{
    /// <summary>Sets authors and agencies; a value that names nobody changes nothing.</summary>
    public static void Set(ArticleFields fields, string? value, string rule)
    {
        var parts = (value ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var turned = parts.Length > 1 && Array.TrueForAll(parts, part => Turned(part, most: 3) is not null);
        StatedPeople.Set(fields, parts.Select(part => Turned(part, turned ? 3 : 1) ?? part), rule);
    }

    /// <summary>The name in its spoken order, when it is one name with its family name first.</summary>
    /// <param name="part">The name.</param>
    /// <param name="most">Words that the family name may have, particles aside.</param>
    private static string? Turned(string part, int most)
    {
        if (part.Split(',') is not [var family, var given])
        {
            return null;
        }

        string[] families = family.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries), givens = given.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var long_ = families.Count(word => char.IsUpper(word[0]));
        return families.Length > 0 && long_ is > 0 && long_ <= most && families.Length - long_ <= 2 && givens.Length is 1 or 2 or 3 &&
            Array.TrueForAll([.. families, .. givens], IsName) && char.IsUpper(givens[0][0]) &&
            KnownAgencies.Find(family.Trim()) is null && KnownAgencies.Find(given.Trim()) is null && !KnownAgencies.IsOutlet(given.Trim())
            ? $"{given.Trim()} {family.Trim()}"
            : null;
    }

    private static bool IsName(string word) =>
        word.Length <= 20 && word.All(c => char.IsLetter(c) || c is '.' or '-' or '\'' or '’') && word.TrimEnd('.') is not ("Jr" or "Sr" or "Staff" or "Agencies" or "Agency" or "Correspondent" or "Editor" or "Reporter" or "Writer" or "News" or "MD");
}
