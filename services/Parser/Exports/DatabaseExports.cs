using Ingest.Parser.Articles;
using Ingest.Parser.Documents;

namespace Ingest.Parser.Exports;

/// <summary>Recognises what a press database (Nexis, Factiva, ProQuest) exported: one file, many articles.</summary>
internal static class DatabaseExports
{
    /// <summary>The outcome of an export that is a document; null when it is none.</summary>
    public static ParseOutcome? Read(DocumentText document, ArticleList articles, Deadline deadline)
    {
        _ = (document, articles, deadline);
        return null;
    }
}
