using System.Buffers;
using System.Collections.Frozen;

namespace Ingest.Parser.Exports;

/// <summary>The section of <c>NEWS; Pg. 6</c> and <c>WISSENSCHAFT; KREBS; S. 114</c>, without pages and columns.</summary>
internal static class SectionName
{
    private static readonly FrozenSet<string> Pages = new[]
    {
        "p", "pg", "pgs", "pp", "page", "pages", "column", "col", "s", "seite", "seiten", "ausg", "pag", "pág", "página", "pagina", "blz", "blad", "str", "стр", "с", "sida", "side",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Numbers = SearchValues.Create("0123456789 -,");

    /// <summary>Null when nothing but a page is left.</summary>
    public static string? Of(string? value)
    {
        var parts = (value ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(part => !IsPage(part));
        var section = string.Join("; ", parts).TrimEnd(',', ' ');
        return section.Length is 0 or > 120 ? null : section;
    }

    private static bool IsPage(ReadOnlySpan<char> part)
    {
        var cursor = new Dates.TextCursor(part);
        var word = cursor.Word();
        return (Pages.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) && cursor.Rest.IndexOfAnyInRange('0', '9') >= 0 && cursor.Rest.Length <= 24) ||
            !part.ContainsAnyExcept(Numbers);
    }
}
