namespace Ingest.Indexer.Text;

/// <summary>Cuts texts into the terms of a field. Used again for every article, so that indexing allocates nothing for each word.</summary>
internal sealed class WordSource
{
    private readonly WordScanner _scanner = new();

    /// <summary>Puts the words of <paramref name="text"/> into a stream.</summary>
    public void Read(string text, Vocabulary vocabulary, TermStream words)
    {
        words.Empty();
        _scanner.Reset(WordScanner.Prepare(text));
        while (_scanner.Next())
        {
            words.Add(vocabulary.TermOf(_scanner.Term));
        }
    }
}
