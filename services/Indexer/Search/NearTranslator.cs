using Ingest.Indexer.QueryLanguage;
using Ingest.Indexer.Text;
using Lucene.Net.Search;
using Lucene.Net.Search.Spans;

namespace Ingest.Indexer.Search;

/// <summary>
/// Makes spans of words near each other; a word stands for all words of the archive that have its stem.
/// </summary>
internal sealed class NearTranslator(LiveSearcher searcher, Stemmers stemmers)
{
    private const int MostVariants = 64;

    public Query? Translate(QueryNode.Near near, float titleBoost)
    {
        if (near.Field is not null)
        {
            return In(near.Field, near);
        }

        var (body, title) = (In(QueryFields.Body, near), In(QueryFields.Title, near));
        if (body is null || title is null)
        {
            return null;
        }

        title.Boost = titleBoost;
        return new BooleanQuery(disableCoord: true) { { body, Occur.SHOULD }, { title, Occur.SHOULD } };
    }

    private SpanNearQuery? In(string field, QueryNode.Near near)
    {
        var parts = near.Parts.Select(part => Part(field, part)).OfType<SpanQuery>().ToArray();
        return parts.Length == near.Parts.Count ? new SpanNearQuery(parts, near.Between, inOrder: false) : null;
    }

    private SpanQuery? Part(string field, QueryNode part)
    {
        var words = WordList.Of(part is QueryNode.Phrase phrase ? phrase.Text : ((QueryNode.Word)part).Text);
        var spans = words.Select((word, i) => part switch
        {
            QueryNode.Word { IsPrefix: true } when i == words.Count - 1 => Beginning(field, word),
            QueryNode.Word when words.Count == 1 => AnyOf(field, searcher.Families.Of(word, stemmers)),
            _ => new SpanTermQuery(IndexTerms.Word(field, word)),
        }).ToArray();
        return spans.Length switch { 0 => null, 1 => spans[0], _ => new SpanNearQuery(spans, 0, inOrder: true) };
    }

    private static SpanMultiTermQueryWrapper<PrefixQuery> Beginning(string field, string word) =>
        new SpanMultiTermQueryWrapper<PrefixQuery>(new PrefixQuery(IndexTerms.Word(field, word)))
        {
            MultiTermRewriteMethod = new SpanMultiTermQueryWrapper<PrefixQuery>.TopTermsSpanBooleanQueryRewrite(MostVariants),
        };

    private static SpanQuery AnyOf(string field, IReadOnlyList<string> words) =>
        words.Count == 1
            ? new SpanTermQuery(IndexTerms.Word(field, words[0]))
            : new SpanOrQuery([.. words.Select(word => new SpanTermQuery(IndexTerms.Word(field, word)))]);
}
