namespace Ingest.Parser.PlainText;

/// <summary>What a labelled header line states.</summary>
internal enum HeaderField
{
    None, Date, Updated, Title, Byline, Source, Url, Section, Language, Dateline, Agency, Body,
}

/// <summary>Recognises <c>Date: …</c>, <c>Source = …</c>, <c>URL | …</c> at the start of a line, in several languages.</summary>
internal static class HeaderLabel
{
    // Longer labels before the shorter ones they begin with.
    private static readonly (string Label, HeaderField Field)[] Labels =
    [
        .. Of(HeaderField.Date,
            "date published", "date of publication", "publication date", "publish date", "published date", "published on", "published at",
            "published", "pub date", "pubdate", "posted on", "posted", "release date", "dated", "datum", "date", "data", "fecha",
            "publié le", "publié", "veröffentlicht am", "veröffentlicht", "gepubliceerd", "pubblicato", "publicado", "дата публикации", "дата", "опубликовано"),
        .. Of(HeaderField.Updated, "last updated", "updated on", "updated", "modified", "aktualisiert", "mis à jour"),
        .. Of(HeaderField.Title, "title", "headline", "titel", "titre", "título", "titolo", "titulo", "überschrift", "заголовок", "subject"),
        .. Of(HeaderField.Byline, "byline", "by", "authors", "author", "written by", "reporter", "autoren", "autor", "auteur", "autore", "von", "par", "por", "автор"),
        .. Of(HeaderField.Source, "source", "publication", "publisher", "newspaper", "outlet", "quelle", "fuente", "fonte", "bron", "источник"),
        .. Of(HeaderField.Url, "source url", "url", "link", "permalink"),
        .. Of(HeaderField.Section, "section", "category", "rubrik", "rubrique", "rubriek", "sección", "sezione", "рубрика"),
        .. Of(HeaderField.Language, "language", "lang", "sprache", "langue", "язык"),
        .. Of(HeaderField.Dateline, "dateline"),
        .. Of(HeaderField.Agency, "agency", "agencies", "agentur"),
        .. Of(HeaderField.Body, "body", "text", "full text", "content"),
    ];

    /// <summary>What the line is labelled as; <paramref name="value"/> is the rest. <paramref name="marked"/>: by a colon or the like, not a space.</summary>
    public static HeaderField Read(ReadOnlySpan<char> line, out ReadOnlySpan<char> value, out bool marked)
    {
        value = default;
        marked = false;
        if (line.Length < 3 || !char.IsLetter(line[0]))
        {
            return HeaderField.None;
        }

        foreach (var (label, field) in Labels)
        {
            if (line.Length > label.Length && char.ToLowerInvariant(line[0]) == label[0] &&
                line.StartsWith(label, StringComparison.OrdinalIgnoreCase) && !char.IsLetterOrDigit(line[label.Length]))
            {
                var rest = line[label.Length..];
                var trimmed = rest.TrimStart();
                marked = trimmed is [':' or '=' or '|' or '：', ..] || (trimmed.Length < rest.Length && trimmed is ['-' or '–' or '—', ' ', ..]) || rest[0] == '\t';
                value = trimmed.TrimStart(":=|：-–— \t");
                return marked || field is HeaderField.Date or HeaderField.Updated ? field : HeaderField.None;
            }
        }

        return HeaderField.None;
    }

    private static IEnumerable<(string, HeaderField)> Of(HeaderField field, params string[] labels) => labels.Select(label => (label, field));
}
