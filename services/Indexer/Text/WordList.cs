namespace Ingest.Indexer.Text;

/// <summary>The words of a short text.</summary>
public static class WordList
{
    /// <summary>The folded words, as a query needs them.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var words = new List<string>();
        var scanner = new WordScanner();
        scanner.Reset(WordScanner.Prepare(text));
        while (scanner.Next())
        {
            words.Add(scanner.Term.ToString());
        }

        return words;
    }
}
