namespace Ingest.Indexer.QueryLanguage;

/// <summary>A query as it was understood.</summary>
internal abstract record QueryNode
{
    private QueryNode()
    {
    }

    /// <summary>A word as typed; with <paramref name="IsPrefix"/> any word that begins so.</summary>
    internal sealed record Word(string? Field, string Text, bool IsPrefix) : QueryNode;

    /// <summary>Words in this order, as written.</summary>
    internal sealed record Phrase(string? Field, string Text) : QueryNode;

    /// <summary>Published in a range of days.</summary>
    internal sealed record Dated(DayRange Days) : QueryNode;

    /// <summary>All of them.</summary>
    internal sealed record All(IReadOnlyList<QueryNode> Parts) : QueryNode;

    /// <summary>At least one of them.</summary>
    internal sealed record Any(IReadOnlyList<QueryNode> Parts) : QueryNode;

    /// <summary>Not this.</summary>
    internal sealed record Not(QueryNode Part) : QueryNode;
}
