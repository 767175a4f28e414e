using Ingest.Indexer.QueryLanguage;
using Ingest.Indexer.Text;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Ingest.Indexer.Search;

/// <summary>
/// Makes Lucene queries of understood ones. Nothing that a person typed reaches Lucene but as folded words. A plain word matches by its
/// stem, in any of the archive's languages; a phrase as written.
/// </summary>
/// <param name="searcher">Knows the archive's languages and words.</param>
/// <param name="relax">Whether articles match that have only some of the words which stand beside each other.</param>
internal sealed class QueryTranslator(LiveSearcher searcher, bool relax)
{
    private const int MostPaired = 24;
    private const int MostValues = 100;

    private const float TitleBoost = 2;
    private const float PairWeight = 0.3f;
    private const int PairSlop = 4;

    [ThreadStatic]
    private static Stemmers? _stemmers;

    private static Stemmers Stemming => _stemmers ??= new Stemmers();

    /// <summary>The Lucene query; null when there is nothing to match.</summary>
    public Query? Translate(QueryNode node) => node switch
    {
        QueryNode.Words words when relax => LooseWords.Some(words, searcher) is { } some ? Some(some) : null,
        QueryNode.All all when relax => All([.. all.Parts.Select(part => (part, part is QueryNode.Words ? Translate(part) : Strict(part is QueryNode.Not not ? not.Part : part)))]),
        _ => Strict(node),
    };

    /// <summary>All articles.</summary>
    public static Query Everything() => new BooleanQuery(disableCoord: true)
    {
        { new MatchAllDocsQuery(), Occur.MUST },
        { new TermQuery(IndexTerms.NoArticle), Occur.MUST_NOT },
    };

    /// <summary>A condition that filters and does not score.</summary>
    public static Query Days(DayRange days) =>
        new ConstantScoreQuery(NumericRangeQuery.NewInt32Range(IndexFields.Day, 8, days.From, days.To, minInclusive: true, maxInclusive: true)) { Boost = 0 };

    /// <summary>A whole value, whatever its case and accents, or any of several in lines; filters and does not score.</summary>
    /// <param name="kind">What it is, see <see cref="IndexTerms"/>.</param>
    /// <param name="value">The value as written.</param>
    public static Query Is(string kind, string value)
    {
        var values = value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostValues)
            .Select(one => (Query)new TermQuery(IndexTerms.Key(kind, Folding.Keyword(one)))).ToArray();
        return new ConstantScoreQuery(values is [var single] ? single : Sum(values)) { Boost = 0 };
    }

    private Query? Strict(QueryNode node) => node switch
    {
        QueryNode.Word { IsPrefix: true } word => Prefix(word.Field, WordList.Of(word.Text)),
        QueryNode.Word word => Word(word.Field, WordList.Of(word.Text), word.Text),
        QueryNode.Words words => Every(words),
        QueryNode.Phrase phrase => Phrase(phrase.Field, WordList.Of(phrase.Text), phrase.Text),
        QueryNode.Near near => new NearTranslator(searcher, Stemming).Translate(near, TitleBoost),
        QueryNode.Dated dated => Days(dated.Days),
        QueryNode.All all => All([.. all.Parts.Select(part => (part, Strict(part is QueryNode.Not not ? not.Part : part)))]),
        QueryNode.Any any => Any(any.Parts),
        QueryNode.Not not => All([(not, Strict(not.Part))]),
        _ => null,
    };

    /// <summary>Stop words need not occur, but <c>war is over</c> is better found where they do.</summary>
    private BooleanQuery? Every(QueryNode.Words words)
    {
        var required = LooseWords.Required(words, searcher);
        var every = All([.. required.Select(word => ((QueryNode)word, Strict(word)))]);
        foreach (var word in words.Parts.Except(required))
        {
            every?.Add(Strict(word)!, Occur.SHOULD);
        }

        return every;
    }

    /// <summary>
    /// The words, and at a lower weight the pairs that stand close to each other as they do in the query (the sequential dependence model of
    /// Metzler and Croft, SIGIR 2005): of articles with equally telling words, those come first that speak of the same thing.
    /// </summary>
    private BooleanQuery Some(IReadOnlyList<string> words)
    {
        var some = AnyTelling(words);
        if (words.Count is < 2 or > MostPaired)
        {
            return some;
        }

        var close = Pairs(words);
        return new BooleanQuery(disableCoord: true) { { some, Occur.MUST }, { close, Occur.SHOULD } };
    }

    /// <summary>
    /// Any of the words. What very many articles have helps to rank, but finds none by itself as long as there are rarer words: in a large
    /// archive such articles would be most of what is found, and none of them what was looked for.
    /// </summary>
    private BooleanQuery AnyTelling(IReadOnlyList<string> words)
    {
        var common = words.Where(word => LooseWords.IsCommon(word, Stemming, searcher)).ToList();
        var telling = words.Except(common).ToList();
        if (common.Count == 0 || telling.Count == 0)
        {
            var any = Sum([.. words.Select(word => Stemmed(null, word))]);
            any.MinimumNumberShouldMatch = telling.Count == 0 && words.Count > 2 ? 2 : 1;
            return any;
        }

        var some = new BooleanQuery(disableCoord: true) { { Sum([.. telling.Select(word => Stemmed(null, word))]), Occur.MUST } };
        common.ForEach(word => some.Add(Stemmed(null, word), Occur.SHOULD));
        return some;
    }

    private static BooleanQuery Pairs(IReadOnlyList<string> words)
    {
        var pairs = words.Zip(words.Skip(1), (first, second) => (Query)new PhraseQuery { new Term(IndexFields.Body, first), new Term(IndexFields.Body, second) });
        var close = Sum([.. pairs]);
        foreach (var pair in close.Clauses)
        {
            ((PhraseQuery)pair.Query).Slop = PairSlop;
            pair.Query.Boost = PairWeight;
        }

        return close;
    }

    private Query? Word(string? field, IReadOnlyList<string> words, string text) =>
        field == QueryFields.Language || words.Count != 1 || IsLone(words[0]) ? Phrase(field, words, text) : Stemmed(field, words[0]);

    private Query Stemmed(string? field, string word) => field switch
    {
        null => Sum(Family(IndexFields.Body, word, 1), Family(IndexFields.Title, word, TitleBoost)),
        QueryFields.Title => Family(IndexFields.Title, word, TitleBoost),
        QueryFields.Body => Family(IndexFields.Body, word, 1),
        _ => new TermQuery(IndexTerms.Word(field, word)),
    };

    private FamilyQuery Family(string field, string word, float boost) => new(field, searcher.Families.Of(word, Stemming)) { Boost = boost };

    private static Query? Phrase(string? field, IReadOnlyList<string> words, string text) => (field, words.Count) switch
    {
        (QueryFields.Language, _) => Is(IndexTerms.Language, text),
        (_, 0) => null,
        (null, _) => Sum(Exact(QueryFields.Body, words, 1), Exact(QueryFields.Title, words, TitleBoost)),
        _ => Exact(field, words, 1),
    };

    private static Query Exact(string? field, IReadOnlyList<string> words, float boost)
    {
        if (words.Count == 1)
        {
            return IsLone(words[0])
                ? new PrefixQuery(IndexTerms.Word(field, words[0])) { Boost = boost }
                : new TermQuery(IndexTerms.Word(field, words[0])) { Boost = boost };
        }

        var phrase = new PhraseQuery { Boost = boost };
        foreach (var word in words)
        {
            phrase.Add(IndexTerms.Word(field, word));
        }

        return phrase;
    }

    private Query? Prefix(string? field, IReadOnlyList<string> words)
    {
        if (words.Count == 0)
        {
            return null;
        }

        var last = words[^1];
        Query begins = field is null
            ? Sum(new PrefixQuery(new Term(IndexFields.Body, last)), new PrefixQuery(new Term(IndexFields.Title, last)) { Boost = TitleBoost })
            : new PrefixQuery(IndexTerms.Word(field, last));
        return words.Count == 1
            ? begins
            : Combine([.. words.Take(words.Count - 1).Select(word => Stemmed(field, word)), begins], Occur.MUST);
    }

    /// <summary>All of the queries, but those of a <see cref="QueryNode.Not"/> must not match.</summary>
    private static BooleanQuery? All(IReadOnlyList<(QueryNode Node, Query? Query)> parts)
    {
        var together = new BooleanQuery(disableCoord: true);
        foreach (var (node, query) in parts.DistinctBy(part => Reading.Of(part.Node)))
        {
            // The same thing twice costs twice and says nothing new.
            if (query is not null)
            {
                together.Add(query, node is QueryNode.Not ? Occur.MUST_NOT : Occur.MUST);
            }
        }

        if (together.Clauses.Count > 0 && together.Clauses.All(clause => clause.Occur == Occur.MUST_NOT))
        {
            together.Add(Everything(), Occur.MUST);
        }

        return together.Clauses.Count == 0 ? null : together;
    }

    private BooleanQuery? Any(IReadOnlyList<QueryNode> parts) =>
        parts.DistinctBy(Reading.Of).Select(Strict).OfType<Query>().ToArray() is { Length: > 0 } queries ? Sum(queries) : null;

    /// <summary>Scripts without spaces are indexed by pairs, so a single character is found as the beginning of a pair.</summary>
    private static bool IsLone(string word) => word.Length == 1 && WordCharacters.IsUnspaced(word[0]);

    private static BooleanQuery Sum(params Query[] queries) => Combine(queries, Occur.SHOULD);

    private static BooleanQuery Combine(Query[] queries, Occur occur)
    {
        var combined = new BooleanQuery(disableCoord: true);
        foreach (var query in queries)
        {
            combined.Add(query, occur);
        }

        return combined;
    }
}
