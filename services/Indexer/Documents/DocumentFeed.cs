namespace Ingest.Indexer.Documents;

/// <summary>What changed in the store, for a tail: from memory as far as this process wrote it, from the store otherwise.</summary>
/// <param name="documents">The store.</param>
/// <param name="recent">What this process wrote; null when it does not write.</param>
internal sealed class DocumentFeed(DocumentReader documents, RecentChanges? recent)
{
    /// <summary>The changes after a sequence number; none at the store's end.</summary>
    public async Task<ChangePage> AfterAsync(long sequence, int limit, CancellationToken cancellationToken) =>
        recent?.After(sequence, limit) is { } changes
            ? new ChangePage(await CompleteAsync(changes, cancellationToken), ReachesEnd: false, HasAll: true)
            : await documents.AfterAsync(sequence, limit, cancellationToken);

    /// <summary>Reads the articles of which only the cluster has changed. They can be newer than the change, which then comes again.</summary>
    private async Task<IReadOnlyList<StoredDocument>> CompleteAsync(IReadOnlyList<StoredDocument> changes, CancellationToken cancellationToken)
    {
        var unread = changes.Where(IsUnread).Select(change => change.ArticleId).ToHashSet();
        if (unread.Count == 0)
        {
            return changes;
        }

        var read = await documents.FindAsync(unread, cancellationToken);
        return [.. changes.Select(change => IsUnread(change) && read.TryGetValue(change.ArticleId, out var now) ? now with { Sequence = change.Sequence } : change)];
    }

    private static bool IsUnread(StoredDocument change) => change is { Article: null, Deleted: false };
}
