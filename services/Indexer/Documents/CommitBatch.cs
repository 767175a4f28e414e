using Ingest.Contracts;

namespace Ingest.Indexer.Documents;

/// <summary>What is known of a document before a change.</summary>
internal sealed class DocumentHead
{
    public string ArticleId { get; set; } = "";

    public long Revision { get; set; } = -1;

    public long Deleted { get; set; }

    public long Sequence { get; set; }

    public long Digest { get; set; }

    /// <summary>Whether search must see it anew.</summary>
    public bool Touched { get; set; }

    /// <summary>Whether its revision moved on although nothing that search shows did.</summary>
    public bool Renewed { get; set; }

    /// <summary>The change that its row is to be written from; null when only its numbers change.</summary>
    public DocumentChange? Content { get; set; }

    public bool Exists => Revision >= 0;
}

/// <summary>Decides what a batch of changes makes of the documents, without a database, in the order given.</summary>
internal sealed class CommitBatch(long sequence)
{
    private readonly Dictionary<string, DocumentHead> _heads = [];
    private readonly Dictionary<string, long> _versions = [];
    private readonly Dictionary<string, ClusterAssignment> _assigned = [];

    /// <summary>The highest sequence number given out.</summary>
    public long Sequence { get; private set; } = sequence;

    public void Add(IEnumerable<DocumentHead> heads)
    {
        foreach (var head in heads)
        {
            _heads[head.ArticleId] = head;
        }
    }

    public void Add(IEnumerable<(string ArticleId, long Version)> versions)
    {
        foreach (var (articleId, version) in versions)
        {
            _versions[articleId] = version;
        }
    }

    /// <summary>Applies one change.</summary>
    /// <returns>The document that it settles; null when a newer revision is kept, or when it settles none.</returns>
    public DocumentHead? Apply(DocumentChange change)
    {
        var head = change.ArticleId is null ? null : HeadOf(change.ArticleId);
        var outdated = head is not null && head.Revision > change.Revision;
        if (head is not null && !outdated)
        {
            Settle(head, change);
        }

        // Assignments have an order of their own, whatever became of the article that brought them.
        foreach (var assignment in change.Assignments)
        {
            Assign(assignment);
        }

        return outdated ? null : head;
    }

    /// <summary>Gives every touched document its new sequence number.</summary>
    public void Number()
    {
        foreach (var head in _heads.Values.Where(head => head.Touched))
        {
            head.Sequence = ++Sequence;
        }
    }

    public IEnumerable<DocumentHead> Rewritten() => _heads.Values.Where(head => head.Content is not null);

    public IEnumerable<DocumentHead> Renumbered() => _heads.Values.Where(head => head.Content is null && head.Exists && (head.Touched || head.Renewed));

    public IEnumerable<ClusterAssignment> Assigned() => _assigned.Values;

    private static void Settle(DocumentHead head, DocumentChange change)
    {
        var deleted = change.Deleted ? 1 : 0;
        if (head.Exists && head.Deleted == deleted && head.Digest == change.Digest)
        {
            head.Renewed |= head.Revision != change.Revision;
            head.Revision = change.Revision;
            return;
        }

        (head.Revision, head.Deleted, head.Digest, head.Content, head.Touched) = (change.Revision, deleted, change.Digest, change, true);
    }

    private void Assign(ClusterAssignment assignment)
    {
        if (_versions.TryGetValue(assignment.ArticleId, out var known) && known >= assignment.Version)
        {
            return;
        }

        _versions[assignment.ArticleId] = assignment.Version;
        _assigned[assignment.ArticleId] = assignment;
        if (HeadOf(assignment.ArticleId) is { Exists: true, Deleted: 0 } head)
        {
            head.Touched = true;
        }
    }

    private DocumentHead HeadOf(string articleId) =>
        _heads.TryGetValue(articleId, out var head) ? head : _heads[articleId] = new DocumentHead { ArticleId = articleId };
}
