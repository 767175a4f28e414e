namespace Ingest.Parser.Documents;

/// <summary>
/// A document that cannot be read on: thrown from inside streams and readers, where no value can be returned, and made a value
/// again by <see cref="DocumentReader"/>.
/// </summary>
internal sealed class DocumentFaultException(string reason, string detail) : Exception(detail)
{
    /// <summary>One of <see cref="Contracts.RejectionReasons"/>.</summary>
    public string Reason { get; } = reason;
}
