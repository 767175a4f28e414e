using Ingest.Indexer.Query;
using Ingest.Queries;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Index;
using Lucene.Net.Search;
using LuceneQuery = Lucene.Net.Search.Query;

namespace Ingest.Indexer.Search;

/// <summary>Makes Lucene's queries of what was understood. Nothing that a person typed reaches a parser of Lucene's.</summary>
internal sealed class LuceneQueries(Analyzer analyzer)
{
    private const float TitleBoost = 2;
    private static readonly string[] DefaultFields = [IndexFields.Title, IndexFields.Body];
    private readonly HashSet<string> _words = [];

    /// <summary>Words and prefixes that the query asks for, for showing them in the hits.</summary>
    public IReadOnlyCollection<string> Words => _words;

    /// <summary>The whole request: the query, and the filters that do not score.</summary>
    public LuceneQuery Of(QueryNode query, SearchRequest request)
    {
        var whole = new BooleanQuery { { Of(query), Occur.MUST } };
        AddFilter(whole, IndexFields.AuthorName, request.Author);
        AddFilter(whole, IndexFields.SourceName, request.Source);
        AddFilter(whole, IndexFields.Language, request.Language);
        if (request.Duplicates != "show")
        {
            AddFilter(whole, IndexFields.Canonical, IndexFields.Yes);
        }

        if (request.From is not null || request.To is not null)
        {
            var (from, to) = (DayRange.First(request.From) ?? 0, DayRange.Last(request.To) ?? int.MaxValue);
            whole.Add(Unscored(NumericRangeQuery.NewInt32Range(IndexFields.Day, from, to, true, true)), Occur.MUST);
        }

        return whole;
    }

    private LuceneQuery Of(QueryNode node) => node switch
    {
        QueryNode.Text text => Of(text),
        QueryNode.Days days => Unscored(NumericRangeQuery.NewInt32Range(IndexFields.Day, days.From, days.To, true, true)),
        QueryNode.Not not => new BooleanQuery { { new MatchAllDocsQuery(), Occur.MUST }, { Of(not.Operand), Occur.MUST_NOT } },
        QueryNode.And and => All(and.Operands),
        QueryNode.Or or => Any(or.Operands.Select(Of)),
        _ => new MatchAllDocsQuery(),
    };

    private BooleanQuery All(IReadOnlyList<QueryNode> operands)
    {
        var all = new BooleanQuery();
        var positive = 0;
        foreach (var operand in operands)
        {
            if (operand is QueryNode.Not not)
            {
                all.Add(Of(not.Operand), Occur.MUST_NOT);
            }
            else
            {
                positive++;
                all.Add(Of(operand), Occur.MUST);
            }
        }

        if (positive == 0)
        {
            all.Add(new MatchAllDocsQuery(), Occur.MUST);
        }

        return all;
    }

    private LuceneQuery Of(QueryNode.Text text)
    {
        if (text.Field == "lang")
        {
            return Unscored(new TermQuery(new Term(IndexFields.Language, IndexFields.Fold(text.Value))));
        }

        var tokens = Tokens(text.Value);
        if (tokens.Count == 0)
        {
            // Only punctuation: it asks for nothing that could be found, and must not exclude everything else.
            return new MatchAllDocsQuery();
        }

        if (text.Field is null or IndexFields.Title or IndexFields.Body)
        {
            _words.UnionWith(text.IsPrefix ? [.. tokens.SkipLast(1).Select(token => token.Word), tokens[^1].Word + "*"] : tokens.Select(token => token.Word));
        }

        return text.Field is { } field
            ? Of(field, tokens, text.IsPrefix)
            : Any(DefaultFields.Select(name => Of(name, tokens, text.IsPrefix)));
    }

    private static LuceneQuery Of(string field, List<(string Word, int Position)> tokens, bool isPrefix)
    {
        LuceneQuery query;
        if (tokens is [var (word, _)])
        {
            query = isPrefix ? new PrefixQuery(new Term(field, word)) : new TermQuery(new Term(field, word));
        }
        else
        {
            // Of several words that belong together only the last could be a prefix; a phrase has none, so it is taken whole.
            var phrase = new PhraseQuery();
            tokens.ForEach(token => phrase.Add(new Term(field, token.Word), token.Position));
            query = phrase;
        }

        query.Boost = field == IndexFields.Title ? TitleBoost : 1;
        return query;
    }

    private List<(string Word, int Position)> Tokens(string text)
    {
        var tokens = new List<(string, int)>();
        using var stream = analyzer.GetTokenStream(IndexFields.Body, text);
        var word = stream.AddAttribute<ICharTermAttribute>();
        var increment = stream.AddAttribute<IPositionIncrementAttribute>();
        stream.Reset();
        for (var position = -1; stream.IncrementToken();)
        {
            position += increment.PositionIncrement;
            tokens.Add((word.ToString()!, position));
        }

        stream.End();
        return tokens;
    }

    private static BooleanQuery Any(IEnumerable<LuceneQuery> queries)
    {
        var any = new BooleanQuery();
        foreach (var query in queries)
        {
            any.Add(query, Occur.SHOULD);
        }

        return any;
    }

    private static void AddFilter(BooleanQuery query, string field, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            query.Add(Unscored(new TermQuery(new Term(field, IndexFields.Fold(value)))), Occur.MUST);
        }
    }

    /// <summary>A filter must not change the order of relevance: it matches with a score of nothing.</summary>
    private static ConstantScoreQuery Unscored(LuceneQuery query) => new(query) { Boost = 0 };
}
