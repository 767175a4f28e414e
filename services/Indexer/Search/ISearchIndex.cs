namespace Ingest.Indexer.Search;

/// <summary>
/// The search index as the rest of the Indexer sees it, so that another engine can take Lucene's place, see ADR 0009. It finds
/// identifiers; what a hit shows comes from the documents.
/// </summary>
internal interface ISearchIndex
{
    /// <summary>The last change of the store that searches show.</summary>
    long VisibleSequence { get; }

    /// <summary>Finds articles.</summary>
    FoundArticles Search(SearchPlan plan);
}
