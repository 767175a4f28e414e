namespace Ingest.Indexer.Text;

/// <summary>Cuts texts into the terms of a field. Used again for every article, so that indexing allocates nothing for each word.</summary>
internal sealed class WordSource
{
    private readonly WordScanner _scanner = new();

    /// <summary>Adds the words of <paramref name="text"/> to a stream.</summary>
    public void Read<TTerms>(string text, TTerms terms, TermStream stream)
        where TTerms : ITermSource
    {
        _scanner.Reset(WordScanner.Prepare(text));
        while (_scanner.Next())
        {
            stream.Add(terms.TermOf(_scanner.Term));
        }
    }
}
