namespace Ingest.Indexer.Text;

/// <summary>
/// The words of one language as the index has them, remembered: few words make up most of any text, and looking one up takes a tenth of
/// stemming and encoding it. For one thread at a time.
/// </summary>
/// <param name="language">ISO 639-1 code.</param>
/// <param name="stemmer">Stems its words; null leaves them as they are.</param>
/// <param name="met">Told each inflected word when it is met, as <see cref="Inflection"/> writes it; again, when it was forgotten in between.</param>
internal sealed class Vocabulary(string language, Stemmer? stemmer, Action<byte[]> met) : ITermSource
{
    private const int MostRemembered = 100_000;

    private readonly string[] _languages = [language];
    private readonly TermTable _known = new(MostRemembered);

    /// <inheritdoc/>
    public byte[] TermOf(ReadOnlySpan<char> word)
    {
        if (_known.Find(word, out var hash) is { } term)
        {
            return term;
        }

        var text = word.ToString();
        Meet(text);
        return _known.Add(text, hash);
    }

    private void Meet(string word)
    {
        if (stemmer is not null && !StopWords.Contains(word, _languages) && stemmer.Stem(word) is var stem && stem != word)
        {
            met(Inflection.Term(language, stem, word));
        }
    }
}
