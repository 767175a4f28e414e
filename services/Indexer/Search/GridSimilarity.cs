using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace Ingest.Indexer.Search;

/// <summary>
/// BM25 (Robertson et al., TREC-3; k1 = 1.2, b = 0.75), each term's score rounded to a 1024th. Sums of such numbers are exact in
/// single precision in any order, so equal articles score equal in every index; and what is equal is ordered by identifier.
/// </summary>
/// <remarks>
/// Plain floats depend on the order in which Lucene adds up the terms, and that on how a segment came about. Rejected: rounding the
/// sum, which moves the problem to the edges of the rounding.
/// </remarks>
internal sealed class GridSimilarity : Similarity
{
    private const float Steps = 1024;

    private readonly BM25Similarity _bm25 = new();

    /// <summary>By the length of the whole text: that without stop words ranked long articles worse (TIME, MAP .608 for .622).</summary>
    public override long ComputeNorm(FieldInvertState state) => _bm25.ComputeNorm(state);

    public override SimWeight ComputeWeight(
        float queryBoost, Lucene.Net.Search.CollectionStatistics collectionStats, params Lucene.Net.Search.TermStatistics[] termStats) =>
        _bm25.ComputeWeight(queryBoost, collectionStats, termStats);

    public override SimScorer GetSimScorer(SimWeight stats, AtomicReaderContext context) => new GridScorer(_bm25.GetSimScorer(stats, context));

    private sealed class GridScorer(SimScorer exact) : SimScorer
    {
        public override float Score(int doc, float freq) => MathF.Round(exact.Score(doc, freq) * Steps) / Steps;

        public override float ComputeSlopFactor(int distance) => exact.ComputeSlopFactor(distance);

        public override float ComputePayloadFactor(int doc, int start, int end, BytesRef payload) =>
            exact.ComputePayloadFactor(doc, start, end, payload);
    }
}
