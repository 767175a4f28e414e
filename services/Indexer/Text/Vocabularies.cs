namespace Ingest.Indexer.Text;

/// <summary>The vocabularies by language, and the inflected words they met that the index has not been told of. For one thread at a time.</summary>
internal sealed class Vocabularies
{
    private readonly Stemmers _stemmers = new();
    private readonly Dictionary<string, Vocabulary> _made = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Terms of inflected words, see <see cref="Inflection"/>; whoever tells the index empties it.</summary>
    public List<byte[]> Met { get; } = [];

    /// <summary>The words of a language. Languages without rules of their own share one.</summary>
    public Vocabulary Of(string? language)
    {
        var code = Stemmers.Code(language);
        var stemmer = _stemmers.For(code);
        code = stemmer is null ? "" : code;
        return _made.TryGetValue(code, out var words) ? words : _made[code] = new Vocabulary(code, stemmer, Met.Add);
    }
}
