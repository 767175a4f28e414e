using System.Collections.Frozen;

namespace Ingest.Parser.Exports.ProQuest;

/// <summary>Labels of ProQuest in the language of the user interface.</summary>
internal static class ProQuestLabel
{
    private const int Longest = 48;

    private static readonly FrozenDictionary<string, ProQuestField> Labels = new (ProQuestField Field, string[] Labels)[]
    {
        (ProQuestField.Title, ["title", "titel", "titre", "título", "titolo", "заглавие", "название", "başlık", "tytuł", "标题", "標題", "タイトル", "제목"]),
        (ProQuestField.Author, ["author", "authors", "autor", "autoren", "auteur", "auteurs", "autores", "autore", "автор", "yazar", "作者", "著者", "저자"]),
        (ProQuestField.Publication, ["publication title", "publikationstitel", "titel der publikation", "titre de la publication", "título de publicación", "título de la publicación", "título da publicação", "titolo della pubblicazione", "titolo pubblicazione", "название публикации", "tytuł publikacji", "yayın başlığı", "出版物名称", "出版物名稱", "出版物名", "출판물 제목"]),
        (ProQuestField.Section, ["section", "abschnitt", "rubrik", "rubrique", "sección", "seção", "secção", "sezione", "раздел", "sekcja", "bölüm"]),
        (ProQuestField.Date, ["publication date", "date", "publikationsdatum", "veröffentlichungsdatum", "erscheinungsdatum", "date de publication", "fecha de publicación", "data de publicação", "data de publicación", "data di pubblicazione", "data pubblicazione", "дата публикации", "data publikacji", "yayın tarihi", "出版日期", "出版日", "발행일"]),
        (ProQuestField.Year, ["publication year", "year", "publikationsjahr", "erscheinungsjahr", "année de publication", "año de publicación", "ano de publicação", "anno di pubblicazione", "год публикации", "rok publikacji", "出版年份", "出版年"]),
        (ProQuestField.Language, ["language of publication", "language", "publikationssprache", "sprache der publikation", "langue de publication", "langue de la publication", "idioma de la publicación", "idioma de publicación", "idioma da publicação", "lingua di pubblicazione", "lingua della pubblicazione", "язык публикации", "język publikacji", "yayın dili", "出版物语言", "出版物語言", "出版物の言語"]),
        (ProQuestField.Id, ["proquest document id", "proquest documentid", "proquest-dokument-id", "proquest dokument-id", "identifiant de document proquest", "id du document proquest", "id de document proquest", "id del documento de proquest", "id de documento de proquest", "id do documento do proquest", "id documento proquest", "id. de documento de proquest", "идентификатор документа proquest", "proquest 文档 id", "proquest 文件 id", "proquest文档id"]),
        (ProQuestField.Url, ["document url", "dokument-url", "dokument url", "url du document", "url del documento", "url de documento", "url do documento", "url-адрес документа", "url документа", "文档 url", "文件 url"]),
        (ProQuestField.FullText, ["full text", "volltext", "texte intégral", "texte complet", "texto completo", "testo completo", "testo integrale", "полный текст", "pełny tekst", "tam metin", "全文", "フルテキスト", "전문"]),
        (ProQuestField.Abstract, ["abstract", "zusammenfassung", "kurzfassung", "résumé", "resumen", "resumo", "riassunto", "аннотация", "реферат", "özet", "摘要", "抄録", "초록"]),
        (ProQuestField.Other,
        [
            "subject", "subjects", "liens", "enlaces", "collegamenti", "ссылки", "publication info", "informations de publication", "información de publicación", "publikationsinfo", "publikationsinformationen", "report information", "alternate title",
            "full text availability", "dissertation/thesis number", "proquest document link", "reproduced with permission of copyright owner. further reproduction prohibited without permission", "people", "entidad", "empresa/organización",
            "société / organisation", "unternehmen/organisation", "lieu", "ubicación", "page de début", "páginas", "pages", "fecha de publicación en línea", "thema", "schlagwort", "sujet", "materia", "assunto", "soggetto", "links", "location", "people", "company / organization", "business indexing term", "identifier / keyword", "identifiers", "classification",
            "publication subject", "publisher", "place of publication", "country of publication", "issn", "e-issn", "source type", "document type", "copyright", "last updated", "database", "pages", "first page", "start page", "page",
            "volume", "issue", "number of pages", "publication info", "publication information", "credit", "illustrations", "column", "edition", "ort", "personen", "verlag", "herausgeber", "erscheinungsort", "quellentyp", "dokumententyp", "dokumenttyp", "datenbank",
            "zuletzt aktualisiert", "letzte aktualisierung", "seiten", "éditeur", "lieu de publication", "pays de publication", "type de source", "type de document", "base de données", "dernière mise à jour", "editorial", "lugar de publicación", "país de publicación",
            "tipo de fuente", "tipo de documento", "base de datos", "última actualización", "word count", "correspondence author", "document feature", "dateline", "alternate title", "supplement", "accession number", "journal subject", "contributor", "literary genre",
        ]),
    }.SelectMany(row => row.Labels.Select(label => KeyValuePair.Create(label, row.Field))).DistinctBy(pair => pair.Key).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the line is labelled as; <paramref name="value"/> is what follows the colon.</summary>
    public static ProQuestField Read(ReadOnlySpan<char> line, out ReadOnlySpan<char> value)
    {
        value = default;
        var colon = line[..Math.Min(line.Length, Longest)].IndexOfAny(':', '：');
        if (colon < 2)
        {
            return ProQuestField.None;
        }

        value = line[(colon + 1)..].Trim();
        return Labels.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(line[..colon].Trim(), out var field) ? field : ProQuestField.None;
    }
}
