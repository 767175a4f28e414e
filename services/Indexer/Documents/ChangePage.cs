namespace Ingest.Indexer.Documents;

/// <summary>Some of the changes that follow a sequence number, in order.</summary>
/// <param name="Changes">Each document once as it stood when the page was read, or with <paramref name="HasAll"/> once for each change.</param>
/// <param name="ReachesEnd">Whether the store had nothing beyond them.</param>
/// <param name="HasAll">Whether every change is among them, those too that a later one has replaced.</param>
internal sealed record ChangePage(IReadOnlyList<StoredDocument> Changes, bool ReachesEnd, bool HasAll);
