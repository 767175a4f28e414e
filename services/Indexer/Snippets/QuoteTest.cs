using Ingest.Contracts;
using Ingest.Indexer.QueryLanguage;
using Ingest.Indexer.Text;
using Ingest.Queries;

namespace Ingest.Indexer.Snippets;

/// <summary>Whether a quote has the words of a query and is by somebody of a name; and which articles can have such quotes.</summary>
internal sealed class QuoteTest
{
    private readonly Stemmers _stemmers = new();
    private readonly QueryNode? _words;
    private readonly IReadOnlyList<string> _speaker;
    private readonly WordMatcher _marks;
    private readonly Dictionary<QueryNode, WordMatcher> _matchers = new(ReferenceEqualityComparer.Instance);

    /// <param name="query">The words; those of other fields than the body are about the article.</param>
    /// <param name="speaker">Words of the name, folded.</param>
    public QuoteTest(QueryNode? query, IReadOnlyList<string> speaker)
    {
        (_words, _speaker) = (InBody(query), speaker);
        _marks = new WordMatcher(_words, QueryFields.Body, _stemmers);
        var parts = speaker.Select(name => (QueryNode)new QueryNode.Phrase(QueryFields.Said, name)).ToList();
        if (Needed(_words) is { } needed)
        {
            parts.Add(needed);
        }

        OfArticles = parts.Count == 0 ? null : new QueryNode.All(parts);
    }

    /// <summary>What the article of such a quote must match; null where any may have one.</summary>
    public QueryNode? OfArticles { get; }

    public bool Holds(Quote quote, string? language) =>
        (_speaker.Count == 0 || (WordList.Of(quote.Speaker) is var name && _speaker.All(name.Contains)))
        && (_words is null || Holds(_words, quote.Text, language));

    /// <summary>Where the words stand.</summary>
    public IReadOnlyList<TextSpan> Marks(Quote quote, string? language) => WordScanner.Prepare(quote.Text) != quote.Text ? []
        : [.. _marks.Matches(quote.Text, language).Select(match => new TextSpan(match.Start, match.End - match.Start))];

    private bool Holds(QueryNode node, string text, string? language) => node switch
    {
        QueryNode.Word { Field: QueryFields.Body } word => WordList.Of(word.Text) is { Count: > 1 } row ? HasInARow(WordList.Of(text), row) : Has(word, text, language),
        QueryNode.Phrase { Field: QueryFields.Body } phrase => HasInARow(WordList.Of(text), WordList.Of(phrase.Text)),
        QueryNode.Near { Field: QueryFields.Body } near => near.Parts.All(part => Holds(InBody(part)!, text, language)),
        QueryNode.All all => all.Parts.All(part => Holds(part, text, language)),
        QueryNode.Any any => any.Parts.Where(part => IsOfQuote(part) || !IsOfQuote(any)).Any(part => Holds(part, text, language)),
        QueryNode.Not not => !IsOfQuote(not.Part) || !Holds(not.Part, text, language),
        // It is about the article, and the index has asked for it.
        _ => true,
    };

    private bool Has(QueryNode.Word word, string text, string? language)
    {
        if (!_matchers.TryGetValue(word, out var matcher))
        {
            _matchers.Add(word, matcher = new WordMatcher(word, QueryFields.Body, _stemmers));
        }

        return matcher.Matches(text, language).Count > 0;
    }

    private static bool HasInARow(IReadOnlyList<string> text, IReadOnlyList<string> phrase)
    {
        for (var at = 0; at + phrase.Count <= text.Count; at++)
        {
            var i = 0;
            while (i < phrase.Count && text[at + i] == phrase[i])
            {
                i++;
            }

            if (i == phrase.Count)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Words without a field are the quote's, and all of them must be there: a quote is too short to have only some.</summary>
    private static QueryNode? InBody(QueryNode? node) => node switch
    {
        QueryNode.Word { Field: null } word => word with { Field = QueryFields.Body },
        QueryNode.Phrase { Field: null } phrase => phrase with { Field = QueryFields.Body },
        QueryNode.Near { Field: null } near => near with { Field = QueryFields.Body },
        QueryNode.Words words => new QueryNode.All([.. words.Parts.Select(part => InBody(part)!)]),
        QueryNode.All all => new QueryNode.All([.. all.Parts.Select(part => InBody(part)!)]),
        QueryNode.Any any => new QueryNode.Any([.. any.Parts.Select(part => InBody(part)!)]),
        QueryNode.Not not => new QueryNode.Not(InBody(not.Part)!),
        _ => node,
    };

    /// <summary>What of the query its article has whenever the quote has it. A word that must not stand in the quote may stand elsewhere in the article.</summary>
    private static QueryNode? Needed(QueryNode? node) => node switch
    {
        QueryNode.Not not => IsOfQuote(not.Part) ? null : not,
        QueryNode.All all => all.Parts.Select(Needed).OfType<QueryNode>().ToList() is { Count: > 0 } parts ? new QueryNode.All(parts) : null,
        QueryNode.Any any => any.Parts.Select(Needed).ToList() is var parts && parts.TrueForAll(part => part is not null) ? new QueryNode.Any([.. parts.OfType<QueryNode>()]) : null,
        _ => node,
    };

    private static bool IsOfQuote(QueryNode node) => node switch
    {
        QueryNode.Word word => word.Field == QueryFields.Body,
        QueryNode.Phrase phrase => phrase.Field == QueryFields.Body,
        QueryNode.Near near => near.Field == QueryFields.Body,
        QueryNode.All all => all.Parts.Any(IsOfQuote),
        QueryNode.Any any => any.Parts.Any(IsOfQuote),
        QueryNode.Not not => IsOfQuote(not.Part),
        _ => false,
    };
}
