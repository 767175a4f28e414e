namespace Ingest.Indexer.Text;

/// <summary>The terms of words that are not stemmed, those of names above all. For one thread at a time.</summary>
/// <param name="beginning">With what every term begins: whose words they are.</param>
internal sealed class NameTerms(string beginning) : ITermSource
{
    private const int MostRemembered = 50_000;

    private readonly TermTable _known = new(MostRemembered, beginning);

    /// <inheritdoc/>
    public byte[] TermOf(ReadOnlySpan<char> word) => _known.Find(word, out var hash) ?? _known.Add(word.ToString(), hash);
}
