using Ingest.Deduplicator.Sketching;

namespace Ingest.Deduplicator.Tests.Sketching;

public sealed class MinHash_with_vectors
{
    [Fact]
    public void Gives_what_it_gives_without()
    {
        var random = new Random(7);
        foreach (var count in new[] { 0, 1, 2, 17, 300 })
        {
            var shingles = new uint[count];
            random.NextBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(shingles.AsSpan()));
            var (vectors, scalar) = (new uint[MinHash.Functions], new uint[MinHash.Functions]);
            MinHash.SketchVectors(shingles, 0, vectors);
            MinHash.SketchScalar(shingles, 0, scalar);
            Assert.Equal(scalar, vectors);
            MinHash.SketchWideVectors(shingles, 0, vectors);
            Assert.Equal(scalar, vectors);
        }
    }

    [Fact]
    public void Estimates_the_similarity_of_sets()
    {
        var random = new Random(11);
        var all = Enumerable.Range(0, 900).Select(_ => (uint)random.NextInt64(uint.MaxValue)).Distinct().ToArray();
        var (first, second) = (all[..600], all[300..]);
        var (a, b) = (new uint[MinHash.Functions], new uint[MinHash.Functions]);
        MinHash.Sketch(first, 0, a);
        MinHash.Sketch(second, 0, b);
        var equal = a.Zip(b).Count(pair => pair.First == pair.Second) / (double)MinHash.Functions;
        Assert.InRange(equal, 0.2, 0.47);
    }
}
