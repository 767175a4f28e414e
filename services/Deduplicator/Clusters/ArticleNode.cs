using Ingest.Deduplicator.Comparing;
using Ingest.Deduplicator.Text;

namespace Ingest.Deduplicator.Clusters;

/// <summary>An article while a batch works with it.</summary>
internal sealed class ArticleNode : IComparedArticle
{
    private TitleWords? _titleWords;

    public required int No { get; init; }

    public required string Id { get; init; }

    public long Revision { get; set; }

    public string Path { get; set; } = "";

    public int Ordinal { get; set; }

    public string Title
    {
        get;
        set => (field, _titleWords) = (value, null);
    } = "";

    public string? PublishedAt { get; set; }

    /// <inheritdoc/>
    public Publication Published { get; set; }

    /// <inheritdoc/>
    public bool IsTimed => Publication.IsTimed(PublishedAt);

    /// <inheritdoc/>
    public Headline Headline { get; set; }

    /// <inheritdoc/>
    public TitleWords TitleWords => _titleWords ??= TitleWords.Of(Title);

    /// <inheritdoc/>
    public long Origin { get; set; }

    /// <summary>See <see cref="Text.AgencyRanks"/>.</summary>
    public int AgencyRank { get; set; } = AgencyRanks.None;

    /// <summary>Its text; null when it was retracted.</summary>
    public TextNode? Text { get; set; }

    /// <summary>Where it is.</summary>
    public Place Place { get; set; }

    /// <summary>Version of the assignment.</summary>
    public long Version { get; set; }

    /// <summary>The article whose message carries the assignment.</summary>
    public int CauseNo { get; set; }

    /// <summary>That article's revision.</summary>
    public long CauseRevision { get; set; }

    /// <summary>Where it was when the batch began.</summary>
    public Place Before { get; set; }

    /// <summary>Whether it was not in the store when the batch began.</summary>
    public bool IsNew { get; init; }

    /// <summary>Whether it must be saved even where its place is the same.</summary>
    public bool IsChanged { get; set; }

    /// <summary>Whether it came anew, so that its assignment is a new one whatever it says.</summary>
    public bool Arrived { get; set; }

    /// <summary>Whether its place among its neighbours' order may have changed.</summary>
    public bool Moved { get; set; }

    /// <summary>Whether it waits to be placed.</summary>
    public bool IsQueued { get; set; }

    /// <summary>The article of this batch that is why it is placed anew.</summary>
    public ArticleNode? Cause { get; set; }

    /// <summary>Whether all that are like it can belong to it: a canonical article, or one whose cluster a person joined to another.</summary>
    public bool IsPrimary => Place.CentreNo == No;

    /// <summary>Whether others can belong to it: a primary centre, or a representative, which takes near copies only.</summary>
    public bool IsCentre => IsPrimary || Place.IsRepresentative;
}

/// <summary>An assignment without its version.</summary>
/// <param name="CanonicalNo">The cluster's canonical article; 0 for none yet.</param>
/// <param name="CentreNo">The article that it matches, the canonical one or a representative; itself where it is canonical, or where a person joined it.</param>
/// <param name="Relation">What the article is to that one.</param>
/// <param name="Similarity">Similarity with it.</param>
/// <param name="Containment">Share of the smaller of the two in the larger.</param>
internal readonly record struct Place(int CanonicalNo, int CentreNo, string Relation, double Similarity, double Containment)
{
    /// <summary>
    /// From this similarity with the canonical article on, what is nearly a member's text is like the canonical one's as well, and needs no representative.
    /// </summary>
    public const double NeedsNone = 0.8;

    /// <summary>Whether the article stands for its near copies, which may not be like the canonical article themselves (ADR 26).</summary>
    public bool IsRepresentative => CanonicalNo != 0 && CentreNo == CanonicalNo && Relation != Contracts.Relations.Canonical && Similarity < NeedsNone;

    /// <summary>Of an article that is nowhere.</summary>
    public static Place Nowhere { get; } = new(0, 0, "", 0, 0);
}
