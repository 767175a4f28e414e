using Ingest.Deduplicator.Candidates;

namespace Ingest.Deduplicator.Tests.Candidates;

public sealed class The_index_in_memory
{
    private const int Limit = 20;

    private readonly BucketIndex _index = new(Limit);
    private readonly Dictionary<uint, HashSet<int>> _expected = [];
    private readonly Dictionary<int, uint[]> _keys = [];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Has_what_was_added_and_not_taken_out_again(int seed)
    {
        var random = new Random(seed);
        for (var step = 0; step < 6000; step++)
        {
            if (_keys.Count > 0 && random.Next(10) < (step / 1000 % 2 == 0 ? 2 : 7))
            {
                Delete(_keys.Keys.ElementAt(random.Next(_keys.Count)));
            }
            else
            {
                Insert(step + 1, [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => Key(random)).Distinct()]);
            }

            if (step % 500 == 0)
            {
                AssertSame();
            }
        }

        AssertSame();
        foreach (var text in _keys.Keys.ToList())
        {
            Delete(text);
        }

        AssertSame();
        Assert.Empty(_index.Entries());
    }

    [Fact]
    public void Does_not_take_out_what_is_not_in_it()
    {
        Insert(1, [5, 9]);
        Assert.Throws<InvalidOperationException>(() => _index.Delete(2, [5]));
    }

    // Some keys many texts have; many lie close together, at the very end too.
    private static uint Key(Random random) => random.Next(6) switch
    {
        0 => (uint)random.Next(8),
        1 => uint.MaxValue - (uint)random.Next(300),
        2 => 0x8000_0000 + (uint)random.Next(500),
        _ => (uint)random.NextInt64(1L << 32),
    };

    private void Insert(int text, uint[] keys)
    {
        _index.Insert(text, keys);
        _keys.Add(text, keys);
        foreach (var key in keys)
        {
            (_expected.TryGetValue(key, out var texts) ? texts : _expected[key] = []).Add(text);
        }
    }

    private void Delete(int text)
    {
        _index.Delete(text, _keys[text]);
        foreach (var key in _keys[text])
        {
            _expected[key].Remove(text);
        }

        _keys.Remove(text);
    }

    private void AssertSame()
    {
        var (found, few) = (new int[10_000], new int[Limit + 2]);
        foreach (var (key, texts) in _expected)
        {
            Assert.Equal(texts.Order(), found[.._index.Find(key, found)].Order());
            Assert.Equal(Math.Min(few.Length, texts.Count), _index.Find(key, few));
        }

        Assert.Equal(0, _index.Find(0x1234_5678, found));
        Assert.Equal(_keys.Count, _index.Count);
        Assert.Equal(_expected.Values.Count(texts => texts.Count > Limit), _index.Crowds);
        Assert.Equal(_expected.SelectMany(pair => pair.Value, (pair, text) => ((ulong)pair.Key << 32) | (uint)text).Order(), _index.Entries());
    }
}
