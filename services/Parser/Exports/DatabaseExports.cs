using System.Buffers;
using Ingest.Parser.Articles;
using Ingest.Parser.Documents;
using Ingest.Parser.Exports.Europresse;
using Ingest.Parser.Exports.Factiva;
using Ingest.Parser.Exports.Nexis;
using Ingest.Parser.Exports.ProQuest;
using Ingest.Parser.Html.Body;

namespace Ingest.Parser.Exports;

/// <summary>Recognises what a press database (Nexis, Factiva, ProQuest, Europresse) exported: one file, many articles.</summary>
internal static class DatabaseExports
{
    // A text without any of these is no export; looking for them costs nanoseconds a story.
    private static readonly SearchValues<string> Traces = SearchValues.Create(
        ["document", "dokument", "документ", "文件", "文書", "文档", "문서", "load-date", "ladedatum", "date de chargement", "fecha de carga", "laaddatum", "____________________"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The outcome of an export that is a document; null when it is none.</summary>
    public static ParseOutcome? Read(DocumentText document, ArticleList articles, Deadline deadline)
    {
        if (!document.Paragraphs.Any(paragraph => HasTrace(paragraph.Text)))
        {
            return null;
        }

        return Read(ExportText.Of(document), document.Format, document.Doubts, articles, deadline);
    }

    /// <summary>The outcome of an export that is a text; null when it is none.</summary>
    public static ParseOutcome? Read(string text, ArticleList articles, Deadline deadline) =>
        HasTrace(text) ? Read(ExportText.Of(text), "txt", [], articles, deadline) : null;

    /// <summary>The outcome of an export that is a page; null when it is none.</summary>
    public static ParseOutcome? Read(List<TextBlock> blocks, ArticleList articles, Deadline deadline)
    {
        if (!blocks.Exists(block => block.Text.Length < 60 && HasTrace(block.Text)))
        {
            return null;
        }

        // What stands around the articles (the search form, lists of headlines) is left out where the page marks its articles.
        var marked = blocks.Exists(block => Accession.OfLine(block.Text) is not null && PageRoles.IsInArticle(block));
        return Read(ExportText.Of(marked ? blocks.Where(PageRoles.IsInArticle) : blocks), "html", [], articles, deadline);
    }

    private static ParseOutcome? Read(ExportText text, string format, IReadOnlyList<string> doubts, ArticleList articles, Deadline deadline)
    {
        deadline.Check();
        var read = ProQuestExport.Of(text, format) ?? FactivaExport.Of(text, format) ?? EuropresseExport.Of(text, format) ?? NexisExport.Of(text, format);
        if (read is null)
        {
            return null;
        }

        foreach (var doubt in doubts)
        {
            articles.Doubt(doubt);
        }

        return read(articles, deadline);
    }

    private static bool HasTrace(string text) => text.AsSpan().ContainsAny(Traces);
}
