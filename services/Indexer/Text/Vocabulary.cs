using System.Text;

namespace Ingest.Indexer.Text;

/// <summary>
/// The forms of the words of one language, remembered: few words make up most of any text, and looking one up takes a tenth of
/// stemming and encoding it. For one thread at a time.
/// </summary>
/// <param name="language">ISO 639-1 code.</param>
/// <param name="stemmer">Stems its words; null leaves them as they are.</param>
internal sealed class Vocabulary(string language, Stemmer? stemmer)
{
    private const int MostRemembered = 100_000;

    private readonly string[] _languages = [language];
    private readonly Dictionary<string, WordForms> _known = [];

    /// <summary>The forms of a folded word.</summary>
    public WordForms FormsOf(ReadOnlySpan<char> word)
    {
        var lookup = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(word, out var forms))
        {
            return forms;
        }

        if (_known.Count >= MostRemembered)
        {
            _known.Clear();
        }

        var text = word.ToString();
        return _known[text] = Make(text);
    }

    private WordForms Make(string word)
    {
        var written = Encoding.UTF8.GetBytes(word);
        if (StopWords.Contains(word, _languages))
        {
            return new WordForms(written, null);
        }

        var stem = stemmer is null ? word : stemmer.Stem(word);
        return new WordForms(written, stem == word ? written : Encoding.UTF8.GetBytes(stem));
    }
}
