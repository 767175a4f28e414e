using Ingest.Deduplicator.Candidates;
using Ingest.Deduplicator.Sketching;
using Ingest.Deduplicator.Store;

namespace Ingest.Deduplicator.Tests.Candidates;

public sealed class A_file_of_the_index
{
    [Fact]
    public void Finds_every_text_of_every_key_and_nothing_else()
    {
        var folder = Directory.CreateTempSubdirectory("ingest-run-");
        var random = new Random(3);
        // Some keys many texts have, and stretches without any.
        var entries = Enumerable.Range(0, 20_000).Select(i => ((ulong)(random.Next(5) == 0 ? (uint)random.Next(40) * 1_000_003 : (uint)random.NextInt64(uint.MaxValue)) << 32) | (uint)i).ToArray();
        var byKey = entries.ToLookup(entry => (uint)(entry >> 32), entry => (int)(uint)entry);
        using (var run = RunFile.Write(Path.Combine(folder.FullName, "a.run"), 7, [.. entries.Order()], entries.Length + 1000))
        {
            var found = new int[1000];
            foreach (var key in byKey.Select(group => group.Key).Concat(new uint[] { 0, 1, uint.MaxValue, 12345 }))
            {
                Assert.Equal(byKey[key].Order(), found[..run.Find(key, found, [])]);
            }

            var gone = Enumerable.Range(0, entries.Length).Where(text => text % 3 == 0).ToHashSet();
            foreach (var group in byKey)
            {
                Assert.Equal(group.Where(text => text % 3 != 0).Order(), found[..run.Find(group.Key, found, gone)]);
                Assert.True(run.Contains(group.Key, group.First()));
                Assert.False(run.Contains(group.Key, entries.Length));
            }

            Assert.Equal(entries.Where(entry => (uint)entry % 3 != 0).Order(), run.MergedWith([], gone));
            ulong[] others = [0, 5, entries[0], entries[1] + 1, ulong.MaxValue];
            Assert.Equal(entries.Concat(others).Order(), run.MergedWith([.. others.Order()], []));
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public void Is_not_taken_when_it_is_cut_or_of_another_generation()
    {
        var folder = Directory.CreateTempSubdirectory("ingest-run-");
        var path = Path.Combine(folder.FullName, "a.run");
        RunFile.Write(path, 7, [1, 2, 3], 3).Dispose();

        Assert.Null(RunFile.TryOpen(path, 8));
        Assert.Null(RunFile.TryOpen(path + ".missing", 7));
        var whole = File.ReadAllBytes(path);
        for (var bit = 0; bit < 8 * 32; bit++)
        {
            var damaged = whole.ToArray();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            File.WriteAllBytes(path, damaged);
            Assert.Null(RunFile.TryOpen(path, 7));
        }

        File.WriteAllBytes(path, whole[..^1]);
        Assert.Null(RunFile.TryOpen(path, 7));
        folder.Delete(recursive: true);
    }

    [Fact]
    public void That_is_damaged_is_not_read_beyond_its_end()
    {
        var folder = Directory.CreateTempSubdirectory("ingest-run-");
        var path = Path.Combine(folder.FullName, "a.run");
        var random = new Random(11);
        RunFile.Write(path, 7, [.. Enumerable.Range(1, 5000).Select(i => ((ulong)random.NextInt64(1L << 32) << 32) | (uint)i).Order()], 5000).Dispose();
        var bytes = File.ReadAllBytes(path);
        // All after the header: where stretches begin, and the entries.
        random.NextBytes(bytes.AsSpan(32));
        File.WriteAllBytes(path, bytes);

        using (var run = RunFile.TryOpen(path, 7)!)
        {
            var found = new int[8];
            for (var i = 0; i < 20_000; i++)
            {
                var key = (uint)random.NextInt64(1L << 32);
                run.Warm([key]);
                Assert.InRange(run.Find(key, found, []), 0, found.Length);
            }
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task That_is_lost_is_made_again_from_the_store()
    {
        var options = new DeduplicatorOptions { HotTexts = 1 };
        using var database = new TemporaryDatabase();
        await using (var store = database.Store(options))
        {
            await store.PlaceAsync(News.Article("early", "Harbour reopens", News.Harbour));
            await store.PlaceAsync(News.Article("undated", "Something else", string.Join(' ', Enumerable.Range(0, 90).Select(i => $"word{i}")), null));
        }

        Assert.NotEmpty(database.IndexFiles);
        foreach (var file in database.IndexFiles)
        {
            File.Delete(file);
        }

        await using var restarted = database.Store(options);
        var placed = await restarted.PlaceAsync(News.Article("late", "Harbour open", News.Harbour + " Trains run again.", "2025-03-05T10:00"));
        Assert.Equal(News.Id("early"), placed!.Assignment!.ClusterId);
    }

    [Fact]
    public void Hashes_come_back_from_their_packing_and_are_sorted_like_any_numbers()
    {
        var random = new Random(5);
        foreach (var count in new[] { 0, 1, 2, 31, 33, 500, 3000 })
        {
            var values = Enumerable.Range(0, count).Select(_ => (uint)random.NextInt64(uint.MaxValue)).ToArray();
            var words = values.Select(value => value >> 8).ToArray();
            Assert.Equal(words, Packing.ToWords(Packing.Words(words)));
            var skewed = values.Select(value => random.Next(2) == 0 ? 7 : value).ToArray();
            foreach (var sorted in new[] { (uint[])values.Clone(), skewed })
            {
                var expected = sorted.Order().ToArray();
                HashSort.Sort(sorted);
                Assert.Equal(expected, sorted);
                Assert.Equal(sorted, Packing.ToSorted(Packing.Sorted(sorted)));
            }
        }
    }
}
