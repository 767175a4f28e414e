using Ingest.Contracts;
using Ingest.Indexer.QueryLanguage;
using Ingest.Indexer.Text;

namespace Ingest.Indexer.Snippets;

/// <summary>Picks the quotes whose speakers a query asks for by <c>said:</c>.</summary>
internal sealed class QuotesSought
{
    private readonly List<(IReadOnlyList<string> Words, bool IsPrefix)> _speakers = [];

    public QuotesSought(QueryNode? query) => Collect(query);

    public IReadOnlyList<Quote> In(Article article) =>
        _speakers.Count == 0 ? [] : [.. article.Quotes.Where(quote => WordList.Of(quote.Speaker) is var words && _speakers.Exists(speaker => Has(words, speaker)))];

    private static bool Has(IReadOnlyList<string> words, (IReadOnlyList<string> Words, bool IsPrefix) speaker) =>
        speaker.Words.Select((word, i) => (word, IsPrefix: speaker.IsPrefix && i == speaker.Words.Count - 1))
            .All(part => words.Any(word => part.IsPrefix ? word.StartsWith(part.word, StringComparison.Ordinal) : word == part.word));

    private void Collect(QueryNode? node)
    {
        switch (node)
        {
            case QueryNode.Word { Field: QueryFields.Said } word:
                _speakers.Add((WordList.Of(word.Text), word.IsPrefix));
                break;
            case QueryNode.Phrase { Field: QueryFields.Said } phrase:
                _speakers.Add((WordList.Of(phrase.Text), false));
                break;
            case QueryNode.All all:
                all.Parts.ToList().ForEach(Collect);
                break;
            case QueryNode.Any any:
                any.Parts.ToList().ForEach(Collect);
                break;
        }
    }
}
