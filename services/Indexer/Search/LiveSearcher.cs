using Ingest.Indexer.Text;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Ingest.Indexer.Search;

/// <summary>
/// A searcher whose term and length statistics count only documents that are there. Lucene's own count deleted ones until a merge
/// happens to drop them, so the same articles would rank differently after updates, or after a crash.
/// </summary>
/// <remarks>Rejected: merging deletions away while idle; it rewrites a large archive for one changed article.</remarks>
internal sealed class LiveSearcher : IndexSearcher
{
    private readonly Lazy<IReadOnlyList<string>> _languages;

    public LiveSearcher(IndexReader reader)
        : base(reader)
    {
        Similarity = new GridSimilarity();
        _languages = new Lazy<IReadOnlyList<string>>(FindLanguages);
    }

    /// <summary>Languages of the articles that are there; a query's words are stemmed in each.</summary>
    public IReadOnlyList<string> Languages => _languages.Value;

    /// <summary>The position of the commit, where this searcher is over one.</summary>
    public IndexPosition? Position => IndexReader is DirectoryReader reader ? IndexPosition.Read(reader.IndexCommit.UserData) : null;

    public override TermStatistics TermStatistics(Term term, TermContext context)
    {
        var documents = 0L;
        foreach (var leaf in IndexReader.Leaves)
        {
            documents += LiveStatistics.Of(leaf.AtomicReader).Documents(term, context.Get(leaf.Ord));
        }

        // 1 at the least: the weight of a term that only deleted documents have matters to nobody, but must be a number.
        return new TermStatistics(term.Bytes, Math.Max(1, documents), -1);
    }

    public override CollectionStatistics CollectionStatistics(string field)
    {
        var length = 0L;
        foreach (var leaf in IndexReader.Leaves)
        {
            length += LiveStatistics.Of(leaf.AtomicReader).Length(field);
        }

        var documents = Math.Max(1, IndexReader.NumDocs);
        return new CollectionStatistics(field, documents, documents, length, -1);
    }

    private List<string> FindLanguages()
    {
        var languages = new SortedSet<string>(StringComparer.Ordinal) { Stemmers.DefaultLanguage };
        var terms = MultiFields.GetTerms(IndexReader, IndexFields.LanguageIs)?.GetEnumerator();
        while (terms is not null && terms.MoveNext())
        {
            var term = new Term(IndexFields.LanguageIs, Lucene.Net.Util.BytesRef.DeepCopyOf(terms.Term));
            var context = TermContext.Build(TopReaderContext, term);
            if (IndexReader.Leaves.Any(leaf => LiveStatistics.Of(leaf.AtomicReader).Documents(term, context.Get(leaf.Ord)) > 0))
            {
                languages.Add(term.Text);
            }
        }

        return [.. languages];
    }
}
