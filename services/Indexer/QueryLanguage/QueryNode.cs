namespace Ingest.Indexer.QueryLanguage;

/// <summary>A query as it was understood.</summary>
internal abstract record QueryNode
{
    private QueryNode()
    {
    }

    /// <summary>A word as typed; with <paramref name="IsPrefix"/> any word that begins so.</summary>
    /// <param name="Field">The field it must stand in; null for title or body.</param>
    /// <param name="Text">The word without marks.</param>
    /// <param name="IsPrefix">Whether a <c>*</c> followed.</param>
    /// <param name="At">Where it stands in the query; -1 when it was not typed so.</param>
    internal sealed record Word(string? Field, string Text, bool IsPrefix, int At = -1) : QueryNode;

    /// <summary>Words beside each other without operators: what a person types who does not think of operators.</summary>
    internal sealed record Words(IReadOnlyList<Word> Parts) : QueryNode;

    /// <summary>Words in this order, as written.</summary>
    internal sealed record Phrase(string? Field, string Text) : QueryNode;

    /// <summary>Words or phrases with at most <paramref name="Between"/> words between them, in any order.</summary>
    internal sealed record Near(string? Field, IReadOnlyList<QueryNode> Parts, int Between) : QueryNode;

    /// <summary>Published in a range of days.</summary>
    internal sealed record Dated(DayRange Days) : QueryNode;

    /// <summary>All of them.</summary>
    internal sealed record All(IReadOnlyList<QueryNode> Parts) : QueryNode;

    /// <summary>At least one of them.</summary>
    internal sealed record Any(IReadOnlyList<QueryNode> Parts) : QueryNode;

    /// <summary>Not this.</summary>
    internal sealed record Not(QueryNode Part) : QueryNode;
}
