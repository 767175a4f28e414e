using System.Globalization;

namespace Ingest.Parser.Documents;

/// <summary>What the names of paragraph styles say, in the languages that word processors write them in.</summary>
internal static class StyleNames
{
    private static readonly string[] Headings =
    [
        "heading", "überschrift", "titre", "titolo", "título", "titulo", "kop", "rubrik", "overskrift", "otsikko", "nagłówek", "nadpis", "заголовок", "címsor", "başlık",
        "标题", "標題", "見出し", "제목",
    ];

    private static readonly string[] Titles =
    [
        "title", "titel", "headline", "document title", "article title", "haupttitel", "titre principal", "titolo principale", "название", "заглавие", "タイトル", "标题", "表題", "제목",
    ];

    private static readonly string[] Contents = ["toc ", "contents ", "table of contents", "verzeichnis", "tm ", "sommario ", "indice ", "inhalt ", "оглавление "];

    /// <summary>1 to 9 for a heading, 1 also for a document's title; 0 for others.</summary>
    public static int Level(string? style)
    {
        if (style is null)
        {
            return 0;
        }

        var name = Plain(style);
        if (Array.IndexOf(Titles, name) >= 0)
        {
            return 1;
        }

        foreach (var heading in Headings)
        {
            if (name.StartsWith(heading, StringComparison.Ordinal) &&
                int.TryParse(name.AsSpan(heading.Length).TrimStart(), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is >= 1 and <= 9)
            {
                return level;
            }
        }

        return 0;
    }

    /// <summary>A caption of a picture or table.</summary>
    public static bool IsCaption(string? style) =>
        style is not null && Plain(style) is "caption" or "beschriftung" or "légende" or "didascalia" or "bijschrift" or "illustration" or "figure" or "drawing" or "epígrafe" or "название объекта";

    /// <summary>A line of a table of contents.</summary>
    public static bool IsContents(string? style) =>
        style is not null && Plain(style) is var name && Array.Exists(Contents, contents => name.StartsWith(contents, StringComparison.Ordinal));

    /// <summary>OpenDocument writes a space in a name as <c>_20_</c>.</summary>
    private static string Plain(string style) => style.Replace("_20_", " ", StringComparison.Ordinal).Trim().ToLowerInvariant();
}
