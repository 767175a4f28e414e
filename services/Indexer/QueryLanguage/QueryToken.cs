namespace Ingest.Indexer.QueryLanguage;

/// <summary>A piece of a query.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The word or phrase, without its field and marks.</param>
/// <param name="Field">The field named before it.</param>
/// <param name="At">Where <paramref name="Text"/> begins in the query.</param>
/// <param name="Between">Of NEAR, and of a phrase with <c>~5</c>: how many words may stand between; -1 otherwise.</param>
internal readonly record struct QueryToken(QueryTokenKind Kind, string Text = "", string? Field = null, int At = -1, int Between = -1);

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
    Near,
    End,
}
