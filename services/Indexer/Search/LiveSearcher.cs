using Ingest.Indexer.Facets;
using Ingest.Indexer.Text;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Ingest.Indexer.Search;

/// <summary>
/// A searcher whose term and length statistics count only documents that are there. Lucene's own count deleted ones until a merge
/// happens to drop them, so the same articles would rank differently after updates, or after a crash.
/// </summary>
/// <remarks>Rejected: merging deletions away while idle; it rewrites a large archive for one changed article.</remarks>
internal sealed class LiveSearcher : IndexSearcher
{
    private const double MainShare = 0.1;

    private readonly Lazy<IReadOnlyDictionary<string, long>> _languages;

    /// <param name="reader">What to search.</param>
    /// <param name="facets">The numbered values of the index that <paramref name="reader"/> is a view of.</param>
    public LiveSearcher(IndexReader reader, FacetVocabulary facets)
        : base(reader)
    {
        Facets = facets;
        Similarity = new GridSimilarity();
        _languages = new Lazy<IReadOnlyDictionary<string, long>>(CountLanguages);
        Families = new WordFamilies(reader, _languages);
        // They are never deleted.
        Articles = reader.NumDocs - reader.DocFreq(IndexTerms.NoArticle);
    }

    /// <summary>How many articles there are.</summary>
    public int Articles { get; }

    /// <summary>The words that mean the same.</summary>
    public WordFamilies Families { get; }

    /// <summary>The values that can be counted.</summary>
    public FacetVocabulary Facets { get; }

    /// <summary>Those of a tenth of the articles at least. Only their stop words are left out of queries: one German article must not take the word from <c>die hard</c>.</summary>
    public IEnumerable<string> MainLanguages =>
        _languages.Value.Where(language => language.Key == Stemmers.DefaultLanguage || language.Value >= Articles * MainShare).Select(language => language.Key);

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

    /// <summary>How many documents have any of the terms of a field.</summary>
    /// <param name="terms">At least one, each once, in order.</param>
    public long Documents(IReadOnlyList<Term> terms)
    {
        var family = string.Join(' ', terms.Select(term => term.Text).Prepend(terms[0].Field));
        return IndexReader.Leaves.Sum(leaf => LiveStatistics.Of(leaf.AtomicReader).Documents(family, terms));
    }

    public override CollectionStatistics CollectionStatistics(string field)
    {
        var length = 0L;
        foreach (var leaf in IndexReader.Leaves)
        {
            length += LiveStatistics.Of(leaf.AtomicReader).Length(field);
        }

        var documents = Math.Max(1, Articles);
        return new CollectionStatistics(field, documents, documents, length, -1);
    }

    /// <summary>How many documents have a word or another of its family in a field.</summary>
    public long Frequency(string field, string word, Stemmers stemmers) => Documents([.. Families.Of(word, stemmers).Select(one => new Term(field, one))]);

    private SortedDictionary<string, long> CountLanguages()
    {
        var languages = new SortedDictionary<string, long>(StringComparer.Ordinal) { [Stemmers.DefaultLanguage] = 0 };
        var beginning = new BytesRef(IndexTerms.Beginning(IndexTerms.Language));
        var terms = MultiFields.GetTerms(IndexReader, IndexFields.Keys)?.GetEnumerator();
        for (var more = terms is not null && terms.SeekCeil(beginning) != TermsEnum.SeekStatus.END; more && StringHelper.StartsWith(terms!.Term, beginning); more = terms.MoveNext())
        {
            var term = new Term(IndexFields.Keys, BytesRef.DeepCopyOf(terms.Term));
            var context = TermContext.Build(TopReaderContext, term);
            var documents = IndexReader.Leaves.Sum(leaf => LiveStatistics.Of(leaf.AtomicReader).Documents(term, context.Get(leaf.Ord)));
            if (documents > 0)
            {
                languages[term.Text[beginning.Length..]] = documents;
            }
        }

        return languages;
    }
}
