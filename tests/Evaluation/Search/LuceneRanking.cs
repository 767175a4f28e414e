using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Ingest.Evaluation.Search;

/// <summary>What Lucene.NET does by itself: BM25 over title and text in one field, its English analyser, any of the query's words.</summary>
internal static class LuceneRanking
{
    private const string Text = "text";

    public static Dictionary<string, IReadOnlyList<string>> Of(SearchCollection collection, int depth)
    {
        using var analyzer = new EnglishAnalyzer(LuceneVersion.LUCENE_48);
        using var directory = new RAMDirectory();
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { Similarity = new BM25Similarity() }))
        {
            foreach (var (id, title, text) in collection.Documents)
            {
                writer.AddDocument([new StringField("id", id, Field.Store.YES), new TextField(Text, title + "\n" + text, Field.Store.NO)]);
            }
        }

        using var reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity() };
        return collection.Queries.ToDictionary(
            query => query.Id,
            IReadOnlyList<string> (query) => [.. searcher.Search(Query(query.Text, analyzer), depth).ScoreDocs.Select(hit => searcher.Doc(hit.Doc).Get("id", System.Globalization.CultureInfo.InvariantCulture))]);
    }

    private static BooleanQuery Query(string text, EnglishAnalyzer analyzer)
    {
        var query = new BooleanQuery();
        using var words = analyzer.GetTokenStream(Text, text);
        var term = words.AddAttribute<ICharTermAttribute>();
        words.Reset();
        while (words.IncrementToken())
        {
            query.Add(new TermQuery(new Term(Text, term.ToString())), Occur.SHOULD);
        }

        words.End();
        return query;
    }
}
