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
        private readonly TermContext[] _contexts;
        private readonly Similarity _similarity;
        private readonly Similarity.SimWeight _weight;

        public FamilyWeight(FamilyQuery query, LiveSearcher searcher)
        {
            _query = query;
            _contexts = [.. query._terms.Select(term => TermContext.Build(searcher.TopReaderContext, term))];
            _similarity = searcher.Similarity;
            var field = query._terms[0].Field;
            _weight = _similarity.ComputeWeight(query.Boost, searcher.CollectionStatistics(field), searcher.FamilyStatistics(query._terms, _contexts));
        }

        public override Query Query => _query;

        public override float GetValueForNormalization() => _weight.GetValueForNormalization();

        public override void Normalize(float norm, float topLevelBoost) => _weight.Normalize(norm, topLevelBoost);

        public override Scorer? GetScorer(AtomicReaderContext context, IBits? acceptDocs)
        {
            var documents = Postings(context.AtomicReader, context.Ord, acceptDocs);
            return documents.Count == 0 ? null : new FamilyScorer(this, [.. documents], _similarity.GetSimScorer(_weight, context));
        }

        public override Explanation Explain(AtomicReaderContext context, int doc)
        {
            var scorer = GetScorer(context, context.AtomicReader.LiveDocs);
            return scorer?.Advance(doc) == doc
                ? new ComplexExplanation(true, scorer.GetScore(), $"{_query}, {scorer.Freq} times")
                : new ComplexExplanation(false, 0, "no matching word");
        }

        private List<DocsEnum> Postings(AtomicReader reader, int segment, IBits? live)
        {
            var postings = new List<DocsEnum>(_contexts.Length);
            for (var i = 0; i < _contexts.Length; i++)
            {
                if (_contexts[i].Get(segment) is { } state)
                {
                    var terms = reader.GetTerms(_query._terms[i].Field).GetEnumerator();
                    terms.SeekExact(_query._terms[i].Bytes, state);
                    postings.Add(terms.Docs(live, null));
                }
            }

            return postings;
        }
    }
}
