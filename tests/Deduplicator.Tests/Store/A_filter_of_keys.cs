using Ingest.Deduplicator.Store;

namespace Ingest.Deduplicator.Tests.Store;

public sealed class A_filter_of_keys
{
    private const int Keys = 50_000;

    [Fact]
    public void Has_all_that_was_added_and_little_else()
    {
        var random = new Random(5);
        var filter = new KeyFilter(Keys);
        var added = Enumerable.Range(0, Keys).Select(_ => (ulong)random.NextInt64() * 2).ToList();
        added.ForEach(filter.Add);
        added.ForEach(filter.Add);

        Assert.All(added, key => Assert.True(filter.MayHave(key)));
        Assert.InRange(Enumerable.Range(0, Keys).Count(_ => filter.MayHave(((ulong)random.NextInt64() * 2) + 1)), 1, Keys / 25);
        Assert.False(filter.IsFull);
    }

    [Fact]
    public void Says_when_a_larger_one_would_do_better()
    {
        var random = new Random(6);
        var filter = new KeyFilter(Keys);
        for (var i = 0; i < Keys * 3 / 2; i++)
        {
            filter.Add((ulong)random.NextInt64());
        }

        Assert.True(filter.IsFull);
    }
}
