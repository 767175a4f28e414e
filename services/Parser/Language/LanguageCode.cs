using System.Collections.Frozen;
using System.Globalization;

namespace Ingest.Parser.Language;

/// <summary>Reduces the ways a file may state its language to ISO 639-1.</summary>
internal static class LanguageCode
{
    private static readonly FrozenDictionary<string, string> Codes = CultureInfo.GetCultures(CultureTypes.NeutralCultures)
        .Where(culture => culture.TwoLetterISOLanguageName.Length == 2)
        .SelectMany(culture => new[]
        {
            KeyValuePair.Create(culture.ThreeLetterISOLanguageName, culture.TwoLetterISOLanguageName),
            KeyValuePair.Create(culture.EnglishName, culture.TwoLetterISOLanguageName),
        })
        .Concat([KeyValuePair.Create("ger", "de"), KeyValuePair.Create("fre", "fr"), KeyValuePair.Create("dut", "nl"), KeyValuePair.Create("chi", "zh")])
        .Where(pair => pair.Key.Length > 2)
        .DistinctBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary><c>en</c> of <c>en-US</c>, <c>en_GB</c>, <c>eng</c> and <c>English</c>; null of anything else.</summary>
    public static string? Of(string? stated)
    {
        var tag = (stated ?? "").Trim();
        var end = tag.AsSpan().IndexOfAny("-_; ,");
        var main = end < 0 ? tag : tag[..end];
        return main.Length == 2 && char.IsAsciiLetter(main[0]) && char.IsAsciiLetter(main[1]) ? main.ToLowerInvariant() : Codes.GetValueOrDefault(main);
    }
}
