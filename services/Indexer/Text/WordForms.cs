namespace Ingest.Indexer.Text;

/// <summary>A word as the index has it.</summary>
/// <param name="Word">As written, folded; UTF-8.</param>
/// <param name="Stem">Its stem; null for a stop word, which is indexed as written only.</param>
internal sealed record WordForms(byte[] Word, byte[]? Stem);
