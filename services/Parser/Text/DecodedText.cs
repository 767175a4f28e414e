namespace Ingest.Parser.Text;

/// <summary>A file's characters and how they were got.</summary>
/// <param name="Text">Without byte order mark and control characters; otherwise as it stands in the file.</param>
/// <param name="Encoding">The decision: <c>utf-8</c>, <c>bom:utf-16le</c>, <c>zero-bytes:utf-16be</c>, <c>detected:windows-1251</c>.</param>
/// <param name="Doubt">Why the decision may be wrong; null when it is certain.</param>
internal sealed record DecodedText(string Text, string Encoding, string? Doubt = null);
