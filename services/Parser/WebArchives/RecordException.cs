namespace Ingest.Parser.WebArchives;

/// <summary>A record is broken, while the bytes of the archive can be read.</summary>
internal sealed class RecordException(string detail) : Exception(detail);
