namespace Ingest.Indexer.Text;

/// <summary>
/// The words of one text, cut once and read by two fields: as they are, and stemmed. Reused from article to article, so that
/// indexing allocates nothing for each word.
/// </summary>
public sealed class WordList
{
    private readonly WordScanner _scanner = new();
    private char[] _characters = new char[1 << 14];
    private int[] _ends = new int[1 << 11];

    /// <summary>How many words there are.</summary>
    public int Count { get; private set; }

    /// <summary>A word.</summary>
    public ReadOnlySpan<char> this[int index]
    {
        get
        {
            var start = index == 0 ? 0 : _ends[index - 1];
            return _characters.AsSpan(start, _ends[index] - start);
        }
    }

    /// <summary>Takes the words of <paramref name="text"/> in place of the former ones.</summary>
    public void Fill(string text)
    {
        Count = 0;
        var length = 0;
        _scanner.Reset(WordScanner.Prepare(text));
        while (_scanner.Next())
        {
            var term = _scanner.Term;
            if (length + term.Length > _characters.Length)
            {
                Array.Resize(ref _characters, _characters.Length * 2);
            }

            if (Count == _ends.Length)
            {
                Array.Resize(ref _ends, _ends.Length * 2);
            }

            term.CopyTo(_characters.AsSpan(length));
            length += term.Length;
            _ends[Count++] = length;
        }
    }

    /// <summary>The words of a short text, as a query needs them.</summary>
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
