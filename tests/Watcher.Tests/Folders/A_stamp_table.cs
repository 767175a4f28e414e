using System.Globalization;
using Ingest.Watcher.Folders.Scanning;
using Ingest.Watcher.Ledger;

namespace Ingest.Watcher.Tests.Folders;

public sealed class A_stamp_table
{
    [Fact]
    public void Tells_the_same_from_the_changed_and_the_missing()
    {
        var table = new StampTable();
        for (var i = 0; i < 5000; i++)
        {
            table.Add(new KnownFile(i, Name(i), Stamp(i)));
        }

        for (var i = 0; i < 5000; i++)
        {
            if (i % 10 != 3)
            {
                Assert.Equal(i % 7 == 0 ? Knowledge.Changed : Knowledge.Same, table.Find(Name(i), i % 7 == 0 ? Stamp(i) with { ChangedNs = 1 } : Stamp(i)));
            }
        }

        Assert.Equal(Knowledge.Unknown, table.Find("other", Stamp(1)));
        Assert.Equal(Knowledge.Same, table.Find(Name(1), null));
        Assert.Equal((5000, 4500), (table.Count, table.Found));
        Assert.Equal(Enumerable.Range(0, 5000).Where(i => i % 10 == 3).Select(i => (long)i), table.Missing().Order());
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(0, 1, 0)]
    [InlineData(0, 0, 1)]
    public void Notices_the_smallest_change(long size, long modified, long changed)
    {
        var table = new StampTable();
        table.Add(new KnownFile(0, "a", Stamp(9)));
        var stamp = Stamp(9);
        Assert.Equal(Knowledge.Changed, table.Find("a", new FileStamp(stamp.Size + size, stamp.ModifiedNs + modified, stamp.ChangedNs + changed)));
    }

    private static string Name(int i) => string.Create(CultureInfo.InvariantCulture, $"{(i % 2 == 0 ? new string('d', 300) : "d")}/{i}.txt");

    private static FileStamp Stamp(int i) => new(1000 + (i % 5), 1_700_000_000_000_000_000 + i, 1_700_000_000_000_000_000 + i);
}
