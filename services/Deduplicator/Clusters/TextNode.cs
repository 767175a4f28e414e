using Ingest.Deduplicator.Comparing;
using Ingest.Deduplicator.Sketching;

namespace Ingest.Deduplicator.Clusters;

/// <summary>A text while a batch works with it. Its articles are the vertices; those of one text, or of two with an edge, are neighbours.</summary>
internal sealed class TextNode
{
    public required int No { get; init; }

    public required TextSignature Signature { get; init; }

    /// <summary>How many articles have it.</summary>
    public int Articles { get; set; }

    /// <summary>How many texts it is a brief of.</summary>
    public int Briefs { get; set; }

    /// <summary>See <see cref="Store.StoreState.Sequence"/>.</summary>
    public long Sequence { get; set; }

    /// <summary>Whether it is not in the store yet.</summary>
    public bool IsNew { get; init; }

    /// <summary>Whether it has a row and no articles.</summary>
    public bool IsDead { get; set; }

    /// <summary>Whether it must be saved.</summary>
    public bool IsChanged { get; set; }

    /// <summary>Whether it got its first article or lost its last one.</summary>
    public bool CameOrWent { get; set; }

    /// <summary>Edges by the other text, seen from this one; null until loaded.</summary>
    public Dictionary<int, TextEdge>? Edges { get; set; }

    /// <summary>Its canonical articles; null until loaded.</summary>
    public List<ArticleNode>? Canonicals { get; set; }

    /// <summary>Articles of it that this batch knows; with the store's, all.</summary>
    public HashSet<ArticleNode> Known { get; } = [];

    /// <summary>Whether <see cref="Known"/> is all of them.</summary>
    public bool IsComplete => Known.Count == Articles;
}

/// <summary>A match of two texts, seen from the one that has it.</summary>
internal readonly record struct TextEdge(TextVerdict Verdict, double Jaccard, double Containment)
{
    /// <summary>The same edge seen from the other text.</summary>
    public TextEdge Reversed() => this with { Verdict = Verdict.Reversed() };
}
