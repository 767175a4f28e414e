namespace Ingest.Indexer.Text;

/// <summary>Cuts a text once for the fields that are made of it. Used again for every article, so that indexing allocates nothing for each word.</summary>
internal sealed class WordSource
{
    private readonly WordScanner _scanner = new();

    /// <summary>Puts the words of <paramref name="text"/> into a stream as written, and into another as stems.</summary>
    public void Read(string text, Vocabulary vocabulary, TermStream words, TermStream? stems = null)
    {
        words.Empty();
        stems?.Empty();
        _scanner.Reset(WordScanner.Prepare(text));
        while (_scanner.Next())
        {
            var forms = vocabulary.FormsOf(_scanner.Term);
            words.Add(forms.Word);
            if (forms.Stem is { } stem)
            {
                stems?.Add(stem);
            }
            else
            {
                stems?.Skip();
            }
        }
    }
}
