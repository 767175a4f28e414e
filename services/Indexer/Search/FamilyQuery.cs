using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace Ingest.Indexer.Search;

/// <summary>
/// Matches and ranks as if several words were one: a document has it as often as it has any of them, and it is as frequent as the documents that
/// have one. The result is that of an index of stems, without the index.
/// </summary>
/// <param name="field">A field of words.</param>
/// <param name="words">At least one, each once, in order.</param>
/// <remarks>Rejected: the best or the sum of the words' own scores. Rare forms of frequent words would outweigh them.</remarks>
internal sealed class FamilyQuery(string field, IReadOnlyList<string> words) : Query
{
    private readonly Term[] _terms = [.. words.Select(word => new Term(field, word))];

    public override Weight CreateWeight(IndexSearcher searcher) => new FamilyWeight(this, (LiveSearcher)searcher);

    public override void ExtractTerms(ISet<Term> terms) => terms.UnionWith(_terms);

    public override string ToString(string field) => string.Join('|', _terms.Select(term => term.ToString()));

    public override bool Equals(object? obj) => base.Equals(obj) && _terms.SequenceEqual(((FamilyQuery)obj)._terms);

    public override int GetHashCode() => _terms.Aggregate(base.GetHashCode(), HashCode.Combine);

    private sealed class FamilyWeight : Weight
    {
        private readonly FamilyQuery _query;
        private readonly Similarity _similarity;
        private readonly Similarity.SimWeight _weight;

        public FamilyWeight(FamilyQuery query, LiveSearcher searcher)
        {
            _query = query;
            _similarity = searcher.Similarity;
            // 1 at the least, as for single terms.
            var statistics = new TermStatistics(query._terms[0].Bytes, Math.Max(1, searcher.Documents(query._terms)), -1);
            _weight = _similarity.ComputeWeight(query.Boost, searcher.CollectionStatistics(query._terms[0].Field), statistics);
        }

        public override Query Query => _query;

        public override float GetValueForNormalization() => _weight.GetValueForNormalization();

        public override void Normalize(float norm, float topLevelBoost) => _weight.Normalize(norm, topLevelBoost);

        public override Scorer? GetScorer(AtomicReaderContext context, IBits? acceptDocs)
        {
            var documents = Postings(context.AtomicReader, acceptDocs);
            return documents.Length == 0 ? null : new FamilyScorer(this, documents, _similarity.GetSimScorer(_weight, context));
        }

        public override Explanation Explain(AtomicReaderContext context, int doc)
        {
            var scorer = GetScorer(context, context.AtomicReader.LiveDocs);
            return scorer?.Advance(doc) == doc
                ? new ComplexExplanation(true, scorer.GetScore(), $"{_query}, {scorer.Freq} times")
                : new ComplexExplanation(false, 0, "no matching word");
        }

        private DocsEnum[] Postings(AtomicReader reader, IBits? live) =>
            [.. _query._terms.Select(term => SegmentTerms.Of(reader).Find(reader, term)).OfType<TermsEnum>().Select(term => term.Docs(live, null))];
    }
}
