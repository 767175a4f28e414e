namespace Ingest.Indexer.Query;

/// <summary>A piece of a query.</summary>
internal readonly record struct QueryToken(QueryTokenKind Kind, string Text);

/// <summary>What a piece is.</summary>
internal enum QueryTokenKind
{
    Word,
    Phrase,
    Field,
    And,
    Or,
    Not,
    Open,
    Close,
}
