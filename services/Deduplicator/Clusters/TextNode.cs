using Ingest.Deduplicator.Comparing;
using Ingest.Deduplicator.Sketching;

namespace Ingest.Deduplicator.Clusters;

/// <summary>A text while a batch works with it. Its articles are the vertices; those of one text, or of two with an edge, are neighbours.</summary>
internal sealed class TextNode
{
    public required int No { get; init; }

    /// <summary>The week of publication, see <see cref="Candidates.Weeks"/>. The same words in another week are another text.</summary>
    public required int Week { get; init; }

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

    /// <summary>Its articles that others can belong to; null until loaded.</summary>
    public List<ArticleNode>? Centres { get; set; }

    /// <summary>Articles of it that this batch knows; with the store's, all.</summary>
    public HashSet<ArticleNode> Known { get; } = [];

    /// <summary>Whether <see cref="Known"/> is all of them.</summary>
    public bool IsComplete => Known.Count == Articles;
}

/// <summary>A match of two texts with its evidence, seen from the one that has it.</summary>
/// <param name="Verdict">What the texts are to each other.</param>
/// <param name="Jaccard">Of their shingles.</param>
/// <param name="InOther">Share of this text that stands in the other.</param>
/// <param name="OfOther">Share of the other that stands in this text.</param>
/// <param name="Numbers">Share of the numbers of the one with fewer that stand in the other.</param>
/// <param name="Grams">Similarity of their seven-letter sequences where that decided, else 0.</param>
/// <param name="SharedWords">Words of the longest block that stands in both.</param>
internal readonly record struct TextEdge(
    TextVerdict Verdict, double Jaccard, double InOther, double OfOther, double Numbers, double Grams, int SharedWords)
{
    /// <summary>Share of the smaller text in the larger.</summary>
    public double Containment => Math.Max(InOther, OfOther);

    /// <summary>What an article chooses between its canonical ones by.</summary>
    public double Similarity => Math.Max(Jaccard, Grams);

    /// <summary>The edge of a pair as measured from this text.</summary>
    public static TextEdge Of(TextPair pair, TextVerdict verdict, int sharedWords) =>
        new(verdict, pair.Jaccard, pair.FirstInSecond, pair.SecondInFirst, pair.Numbers, pair.Grams, sharedWords);

    /// <summary>The same edge seen from the other text.</summary>
    public TextEdge Reversed() => this with { Verdict = Verdict.Reversed(), InOther = OfOther, OfOther = InOther };
}
