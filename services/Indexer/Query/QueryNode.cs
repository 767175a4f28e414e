namespace Ingest.Indexer.Query;

/// <summary>A query as it was understood.</summary>
internal abstract record QueryNode
{
    /// <summary>A word or a phrase, in a field or in title and body; a prefix finds every word that begins so.</summary>
    public sealed record Text(string? Field, string Value, bool IsPhrase, bool IsPrefix) : QueryNode;

    /// <summary>Days, inclusive, as yyyymmdd.</summary>
    public sealed record Days(int From, int To) : QueryNode;

    public sealed record Not(QueryNode Operand) : QueryNode;

    public sealed record And(IReadOnlyList<QueryNode> Operands) : QueryNode;

    public sealed record Or(IReadOnlyList<QueryNode> Operands) : QueryNode;

    /// <summary>Everything.</summary>
    public sealed record All : QueryNode;
}
