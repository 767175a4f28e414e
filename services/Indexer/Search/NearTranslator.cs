using Ingest.Indexer.QueryLanguage;
using Ingest.Indexer.Text;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Spans;
using Lucene.Net.Util;

namespace Ingest.Indexer.Search;

/// <summary>
/// Makes spans of words near each other. Positions are kept of words as written only, so a word stands for all words of the archive that
/// have its stem; they are few, and lie beside each other in the index.
/// </summary>
/// <remarks>Rejected: positions of stems. They make every index a third larger for an operator that few use.</remarks>
internal sealed class NearTranslator(LiveSearcher searcher, Stemmers stemmers)
{
    private const int MostScanned = 3000;
    private const int MostVariants = 64;

    public Query? Translate(QueryNode.Near near, float titleBoost)
    {
        if (near.Field is not null)
        {
            return In(IndexFields.Of(near.Field), near);
        }

        var (body, title) = (In(IndexFields.Body, near), In(IndexFields.Title, near));
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
            QueryNode.Word when words.Count == 1 => AnyOf(field, Variants(field, word)),
            _ => new SpanTermQuery(new Term(field, word)),
        }).ToArray();
        return spans.Length switch { 0 => null, 1 => spans[0], _ => new SpanNearQuery(spans, 0, inOrder: true) };
    }

    private static SpanMultiTermQueryWrapper<PrefixQuery> Beginning(string field, string word) =>
        new SpanMultiTermQueryWrapper<PrefixQuery>(new PrefixQuery(new Term(field, word)))
        {
            MultiTermRewriteMethod = new SpanMultiTermQueryWrapper<PrefixQuery>.TopTermsSpanBooleanQueryRewrite(MostVariants),
        };

    private static SpanQuery AnyOf(string field, List<string> words) =>
        words.Count == 1
            ? new SpanTermQuery(new Term(field, words[0]))
            : new SpanOrQuery([.. words.Select(word => new SpanTermQuery(new Term(field, word)))]);

    /// <summary>The words of the archive that share a stem with <paramref name="word"/>, itself first.</summary>
    private List<string> Variants(string field, string word)
    {
        var variants = new List<string> { word };
        var stems = stemmers.StemsOf(word, searcher.Languages);
        if (MultiFields.GetTerms(searcher.IndexReader, field) is not { } vocabulary)
        {
            return variants;
        }

        // The last letter of a stem may differ from the word's: countries, country, stem countri.
        var prefix = stems.MinBy(stem => stem.Length)!;
        prefix = prefix.Length > 3 ? prefix[..^1] : prefix;
        var terms = vocabulary.GetEnumerator();
        if (terms.SeekCeil(new BytesRef(prefix)) == TermsEnum.SeekStatus.END)
        {
            return variants;
        }

        for (var scanned = 0; scanned < MostScanned && variants.Count < MostVariants; scanned++)
        {
            var term = terms.Term.Utf8ToString();
            if (!term.StartsWith(prefix, StringComparison.Ordinal))
            {
                break;
            }

            if (term != word && stemmers.StemsOf(term, searcher.Languages).Any(stems.Contains))
            {
                variants.Add(term);
            }

            if (!terms.MoveNext())
            {
                break;
            }
        }

        return variants;
    }
}
