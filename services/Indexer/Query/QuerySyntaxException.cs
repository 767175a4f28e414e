namespace Ingest.Indexer.Query;

/// <summary>A query is malformed; the message is a sentence for whoever typed it.</summary>
internal sealed class QuerySyntaxException(string message) : Exception(message);
