namespace Ingest.Indexer.Text;

/// <summary>Knows the terms by which words are indexed.</summary>
internal interface ITermSource
{
    /// <summary>The term of a folded word: UTF-8. It is not to be changed.</summary>
    byte[] TermOf(ReadOnlySpan<char> word);
}
