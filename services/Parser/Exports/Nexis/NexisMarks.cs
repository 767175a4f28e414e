using System.Collections.Frozen;

namespace Ingest.Parser.Exports.Nexis;

/// <summary>Lines of the newer documents that say nothing but where their parts begin and end.</summary>
internal static class NexisMarks
{
    private static readonly FrozenSet<string> Ends = Of(
        "End of Document", "Ende des Dokuments", "Ende des Dokumentes", "Dokumentende", "Fin du document", "Fin del documento", "Fin de documento", "Fine del documento", "Einde van het document",
        "Einde van document", "Einde document", "Fim do documento", "Конец документа", "Koniec dokumentu", "ドキュメントの終わり", "文書の終わり", "文档结束", "문서 끝");

    private static readonly FrozenSet<string> Bodies = Of(
        "Body", "Text", "Volltext", "Textkörper", "Textteil", "Hauptteil", "Haupttext", "Corps", "Corps du document", "Texte", "Texte intégral", "Cuerpo", "Texto", "Texto completo", "Corpo", "Testo", "Tekst", "Hoofdtekst",
        "Corpo do texto", "Текст", "Treść", "本文", "正文", "본문");

    private static readonly FrozenSet<string> Tails = Of(
        "Graphic", "Graphics", "Grafik", "Graphique", "Gráfico", "Grafico", "Classification", "Klassifizierung", "Klassifikation", "Klassifizierungen", "Clasificación", "Classificazione", "Classificatie", "Classificação",
        "Correction", "Corrections", "Notes", "Anmerkungen");

    private static readonly FrozenSet<string> Links = Of(
        "Link to Image", "Link to PDF", "Link to Original Document", "Link zum PDF-Dokument", "Link zum Bild", "Lien vers le PDF", "Lien vers l'image", "Image", "PDF");

    /// <summary>Ends a document.</summary>
    public static bool IsEnd(ReadOnlySpan<char> line) => Has(Ends, line);

    /// <summary>Stands above the text.</summary>
    public static bool IsBody(ReadOnlySpan<char> line) => Has(Bodies, line);

    /// <summary>Stands above what follows the text: captions, classification.</summary>
    public static bool IsTail(ReadOnlySpan<char> line) => Has(Tails, line);

    /// <summary>Names a link that was left out, or a page: <c>Page 1 of 3</c>.</summary>
    public static bool IsNothing(ReadOnlySpan<char> line) => Has(Links, line) || IsPage(line);

    private static bool IsPage(ReadOnlySpan<char> line) =>
        line.Length <= 24 && (line.StartsWith("Page ", StringComparison.OrdinalIgnoreCase) || line.StartsWith("Seite ", StringComparison.OrdinalIgnoreCase)) &&
        char.IsAsciiDigit(line[^1]) && line.IndexOfAnyInRange('0', '9') < 7;

    private static bool Has(FrozenSet<string> marks, ReadOnlySpan<char> line) =>
        line.Length is >= 2 and <= 32 && marks.GetAlternateLookup<ReadOnlySpan<char>>().Contains(line.TrimEnd(':').Trim());

    private static FrozenSet<string> Of(params string[] marks) => marks.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
