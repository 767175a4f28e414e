using Ingest.Contracts;

namespace Ingest.Indexer.Documents;

/// <summary>A row of <c>documents</c> while a batch changes it: the rules of what overwrites what.</summary>
internal sealed class DocumentRow
{
    public required string ArticleId { get; init; }

    public long Sequence { get; set; }

    /// <summary>The sequence number with which the article first came; 0 until it is stored.</summary>
    public long FirstSequence { get; set; }

    public long SearchSequence { get; set; }

    /// <summary>What the changes make of the number of articles: 1, 0 or -1.</summary>
    public int MoreArticles => (Revision > 0 && !Deleted ? 1 : 0) - (IsStored && !WasDeleted ? 1 : 0);

    /// <summary>Whether the stored row is a tombstone.</summary>
    public bool WasDeleted { get; init; }

    /// <summary>0 while the article is not known, only its assignment.</summary>
    public long Revision { get; set; }

    public bool Deleted { get; set; }

    public string ClusterId { get; set; } = "";

    public string Relation { get; set; } = "";

    public string CanonicalId { get; set; } = "";

    public long Version { get; set; } = long.MinValue;

    public long DiscoveredAt { get; set; }

    public long IndexedAt { get; set; }

    /// <summary>JSON and body; null when the batch has not needed them.</summary>
    public string? Article { get; set; }

    public string? Body { get; set; }

    /// <summary>The article, when the batch brought it.</summary>
    public Article? Arrived { get; private set; }

    /// <summary>Whether the article has a row.</summary>
    public bool IsStored { get; init; }

    /// <summary>Whether its assignment came before it, and waits in <c>early_assignments</c>.</summary>
    public bool HasEarlyAssignment { get; set; }

    /// <summary>Whether a new article, another text or a withdrawal is to be written.</summary>
    public bool ContentChanged { get; private set; }

    /// <summary>Whether only the assignment is to be written.</summary>
    public bool AssignmentChanged { get; private set; }

    /// <summary>Whether a search index must see the change.</summary>
    public bool SearchChanged { get; private set; }

    private bool IsCanonical => CanonicalId == ArticleId;

    /// <summary>Takes an article; false when a newer revision is known, and nothing happens.</summary>
    public bool Take(Article article, string json, long discoveredAt, long now)
    {
        // Of an article and a retraction with the same revision the retraction holds, in whichever order they come.
        if (article.Revision < Revision || (article.Revision == Revision && Deleted))
        {
            return false;
        }

        Arrived = article;
        if (article.Revision == Revision && Article == json && Body == article.Body)
        {
            return true;
        }

        (Revision, Deleted, Article, Body) = (article.Revision, false, json, article.Body);
        (DiscoveredAt, IndexedAt) = (discoveredAt, now);
        ContentChanged = SearchChanged = true;
        return true;
    }

    /// <summary>Withdraws the article; false when a newer revision is known.</summary>
    public bool Withdraw(long revision, long now)
    {
        if (revision < Revision)
        {
            return false;
        }

        if (revision == Revision && Deleted)
        {
            return true;
        }

        (Revision, Deleted, Article, Body, IndexedAt, Arrived) = (revision, true, "", "", now, null);
        DiscoveredAt = DiscoveredAt == 0 ? now : DiscoveredAt;
        ContentChanged = SearchChanged = true;
        return true;
    }

    /// <summary>Takes an assignment; of two the one with the higher version holds.</summary>
    public void Assign(ClusterAssignment assignment)
    {
        if (assignment.Version <= Version)
        {
            return;
        }

        var (before, wasKnown) = ((ClusterId, Relation, CanonicalId), Version != long.MinValue);
        var wasCanonical = IsCanonical;
        (ClusterId, Relation, CanonicalId, Version) = (assignment.ClusterId, assignment.Relation, assignment.CanonicalId, assignment.Version);
        AssignmentChanged = true;
        SearchChanged |= !wasKnown || wasCanonical != IsCanonical;
        VersionOnly = VersionOnly && wasKnown && before == (ClusterId, Relation, CanonicalId);
    }

    /// <summary>A tombstone of an article that was never assigned: it is its own cluster.</summary>
    public void StandAlone()
    {
        if (CanonicalId.Length == 0)
        {
            (ClusterId, CanonicalId, Relation) = (ArticleId, ArticleId, Relations.Canonical);
        }
    }

    /// <summary>The row as it is now stored; without the article where only its assignment was read.</summary>
    public StoredDocument ToDocument() => new()
    {
        Sequence = Sequence,
        FirstSequence = FirstSequence,
        SearchSequence = SearchSequence,
        ArticleId = ArticleId,
        Deleted = Deleted,
        Article = Arrived,
        ClusterId = ClusterId,
        Relation = Relation,
        CanonicalId = CanonicalId,
        DiscoveredAt = StoreTime.FromMicroseconds(DiscoveredAt),
        IndexedAt = StoreTime.FromMicroseconds(IndexedAt),
    };

    /// <summary>Whether nothing but the version differs: kept, but no change for anyone who reads.</summary>
    public bool VersionOnly { get; private set; } = true;
}
