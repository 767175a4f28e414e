namespace Ingest.Parser.Documents.Packages;

/// <summary>One member of a ZIP file, as its directory or its own header states it.</summary>
/// <param name="Name">Its path with forward slashes.</param>
/// <param name="Method">0 for stored, 8 for deflated; others are not read.</param>
/// <param name="Encrypted">Needs a password.</param>
/// <param name="Offset">Where its local header begins.</param>
/// <param name="Packed">Packed bytes; -1 when the header does not say.</param>
internal readonly record struct ZipMember(string Name, int Method, bool Encrypted, long Offset, long Packed);
