namespace Ingest.Indexer.QueryLanguage;

/// <summary>A piece of a query.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The word or phrase, without its field and marks.</param>
/// <param name="Field">The field named before it.</param>
internal readonly record struct QueryToken(QueryTokenKind Kind, string Text = "", string? Field = null);

/// <summary>Kinds of pieces.</summary>
internal enum QueryTokenKind
{
    Word,
    Prefix,
    Phrase,
    Open,
    Close,
    And,
    Or,
    Not,
    End,
}
