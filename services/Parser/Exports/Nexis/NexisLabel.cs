using System.Collections.Frozen;

namespace Ingest.Parser.Exports.Nexis;

/// <summary>
/// Labels of Nexis, in the language of the user interface: <c>BYLINE:</c>, <c>AUTOR:</c>, <c>LÄNGE:</c> in the old texts, <c>Byline:</c> in the
/// newer documents.
/// </summary>
internal static class NexisLabel
{
    private const int Longest = 32;

    private static readonly FrozenDictionary<string, NexisField> Labels = new (NexisField Field, string[] Labels)[]
    {
        (NexisField.Headline, ["HEADLINE", "SCHLAGZEILE", "ÜBERSCHRIFT", "UEBERSCHRIFT", "TITEL", "TITLE", "TITRE", "TITULAR", "TITULO", "TÍTULO", "TITOLO", "KOP", "ЗАГОЛОВОК"]),
        (NexisField.Byline, ["BYLINE", "AUTHOR", "AUTHORS", "AUTOR", "AUTOREN", "AUTEUR", "AUTEURS", "AUTORE", "AUTORES", "АВТОР"]),
        (NexisField.Section, ["SECTION", "RUBRIK", "RUBRIQUE", "SECCION", "SECCIÓN", "SEZIONE", "SECTIE", "RUBRIEK", "SECAO", "SEÇÃO", "SECÇÃO", "RESSORT", "РУБРИКА", "РАЗДЕЛ"]),
        (NexisField.Length, ["LENGTH", "LÄNGE", "LAENGE", "LONGUEUR", "LONGITUD", "EXTENSION", "EXTENSIÓN", "LUNGHEZZA", "LENGTE", "COMPRIMENTO", "TAMANHO", "ДЛИНА", "DŁUGOŚĆ", "LÄNGD"]),
        (NexisField.Dateline, ["DATELINE", "DATUMSZEILE", "ORTSMARKE"]),
        (NexisField.Highlight, ["HIGHLIGHT", "HIGHLIGHTS", "ENCART", "INSERT"]),
        (NexisField.Body, ["BODY", "TEXT", "TEXTE", "CORPS", "TEXTO", "CUERPO", "TESTO", "CORPO", "TEKST", "TEXTKÖRPER"]),
        (NexisField.Date, ["DATE", "DATUM", "FECHA", "DATA", "PUBLICATION-DATE", "PUB-DATE"]),
        (NexisField.Source, ["PUBLICATION", "PUBLIKATION", "PUBLICACIÓN", "PUBBLICAZIONE"]),
        (NexisField.Above, ["SHOW", "TRANSCRIPT", "GUESTS", "GUEST", "ANCHORS", "ANCHOR", "HOST", "HOSTS", "REPORTERS", "EDITION", "AUSGABE", "CONTACT", "MAGAZINE"]),
        (NexisField.Language, ["LANGUAGE", "SPRACHE", "LANGUE", "IDIOMA", "LENGUAJE", "LINGUA", "TAAL", "ЯЗЫК", "JĘZYK", "SPRÅK"]),
        (NexisField.LoadDate, ["LOAD-DATE", "UPDATE", "DATE-CHARGEMENT", "DATE-DE-CHARGEMENT", "LADEDATUM", "LADE-DATUM", "FECHA-CARGA", "FECHA-DE-CARGA", "DATA-DI-CARICAMENTO", "DATA-CARICAMENTO", "LAADDATUM", "DATA-DE-CARGA"]),
        (NexisField.Graphic, ["GRAPHIC", "GRAPHICS", "GRAFIK", "GRAFIKEN", "GRAPHIQUE", "GRAPHIQUES", "GRÁFICO", "GRAFICO", "GRAFIEK"]),
        (NexisField.Correction, ["CORRECTION", "CORRECTIONS", "KORREKTUR", "BERICHTIGUNG", "CORRECCIÓN", "CORREZIONE"]),
        (NexisField.Url, ["URL", "WEB-ADDRESS"]),
        (NexisField.Other,
        [
            "SUBJECT", "SUJET", "THEMA", "TEMA", "ONDERWERP", "JOURNAL-CODE", "ZEITUNGS-CODE", "PUBLICATION-TYPE", "PUBLIKATIONSTYP", "TYPE-PUBLICATION", "TIPO-DE-PUBLICACIÓN", "TIPO-PUBBLICAZIONE",
            "PUBLICATIETYPE", "DOCUMENT-TYPE", "TYPE", "COMPANY", "SOCIETE", "UNTERNEHMEN", "ORGANIZATION", "ORGANISATION", "TICKER", "STOCK-SYMBOL", "INDUSTRY", "BRANCHE", "GEOGRAPHIC", "GEOGRAFIE", "PERSON",
            "PEOPLE", "CITY", "STATE", "COUNTRY", "LAND", "STADT", "NAME", "SERIES", "SERIE", "CORRECTION-DATE", "DISTRIBUTION", "ISSN", "CATEGORY", "KEYWORDS", "DOC-NUMBER", "JOURNAL", "COVERAGE",
            "FACT", "ENHANCEMENT", "LOCALISATION-GEO", "GEO-LOCALIZATION", "SECTEUR-ACTIVITE", "ACTIVITY-SECTOR", "SYMBOLE-BOURSIER", "CLASSIFICATION", "PUBLISHER",
        ]),
    }.SelectMany(row => row.Labels.Select(label => KeyValuePair.Create(label, row.Field))).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The last line with a label that stands behind the text; -1 without one.</summary>
    public static int LastTail(ExportText text, int from, int to, bool shouted)
    {
        for (var i = to - 1; i >= from; i--)
        {
            if (Read(text[i], shouted, out _) >= NexisField.Language)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>What the line is labelled as.</summary>
    /// <param name="line">A line.</param>
    /// <param name="shouted">Only labels in capitals count, as in the old texts, where body text may begin with <c>Update:</c>.</param>
    /// <param name="value">What follows the colon.</param>
    public static NexisField Read(ReadOnlySpan<char> line, bool shouted, out ReadOnlySpan<char> value)
    {
        value = default;
        var colon = line[..Math.Min(line.Length, Longest)].IndexOf(':');
        if (colon < 3)
        {
            return NexisField.None;
        }

        var label = line[..colon].Trim();
        Span<char> key = stackalloc char[label.Length];
        for (var i = 0; i < label.Length; i++)
        {
            if (shouted && char.IsLower(label[i]))
            {
                return NexisField.None;
            }

            // "Journal Code" and "JOURNAL-CODE" are one label.
            key[i] = label[i] is ' ' or '\u00A0' ? '-' : label[i];
        }

        value = line[(colon + 1)..].Trim();
        return Labels.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var field) ? field : NexisField.None;
    }
}
