using System.Runtime.InteropServices;
using Ingest.Parser.Containers;
using Ingest.Parser.Tests.WebArchives;

namespace Ingest.Parser.Tests.Containers;

public sealed class Long_containers
{
    private const int MemberBytes = 1 << 20;

    public static TheoryData<string> Kinds { get; } = ["warc", "warc.gz", "tar", "tar.gz"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Are_held_one_member_at_a_time(string kind)
    {
        using var file = new Repeated(Unit(kind), 200);
        using var source = Open(file);
        var given = new List<WeakReference>();
        foreach (var piece in source.Read(default))
        {
            Assert.Null(piece.Problem);
            Assert.Equal(MemberBytes, piece.Bytes.Length);
            Assert.True(MemoryMarshal.TryGetArray(piece.Bytes, out var array));
            given.Add(new WeakReference(array.Array));
            if (given.Count % 50 == 0)
            {
                // Other tests run beside this one, so the memory of the process says nothing.
                GC.Collect();
                Assert.InRange(given.Count(content => content.IsAlive), 0, 4);
            }
        }

        Assert.Equal(200, given.Count);
    }

    [Theory]
    [InlineData("warc")]
    [InlineData("tar")]
    public void Are_gone_on_with_without_reading_what_was_read(string kind)
    {
        using var file = new Repeated(Unit(kind), 100);
        using var source = Open(file);

        Assert.Equal(MemberBytes, Assert.Single(source.Read(new Bookmark(99))).Bytes.Length);
        Assert.InRange(file.Given, MemberBytes, 12L * MemberBytes);
    }

    [Fact]
    public void Of_zip_are_gone_on_with_without_reading_what_was_read()
    {
        using var file = new Repeated(Pack.Zip([.. Enumerable.Range(0, 20).Select(i => ($"{i}.txt", Pack.Noise(MemberBytes)))]), 1);
        using var source = Open(file);

        Assert.Equal("19.txt", Assert.Single(source.Read(new Bookmark(19))).Member);
        Assert.InRange(file.Given, MemberBytes, 3L * MemberBytes);
    }

    [Fact]
    public void Stop_when_the_caller_gives_up()
    {
        using var cancellation = new CancellationTokenSource();
        using var file = new Repeated(Unit("warc"), 10);
        using var source = PieceSources.Open(file, null, new ParserOptions(), new Deadline(TimeSpan.FromMinutes(1), TimeProvider.System, cancellation.Token));

        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var _ in source!.Read(default))
            {
                cancellation.Cancel();
            }
        });
    }

    [Fact]
    public void Do_not_take_a_fault_of_the_disk_for_their_own()
    {
        using var file = new Repeated(Unit("warc"), 3) { FailsAt = 2L * MemberBytes };
        using var source = Open(file);

        Assert.Throws<UnreadableException>(() => source.Read(default).Count());
    }

    private static IPieceSource Open(Stream file) =>
        PieceSources.Open(file, null, new ParserOptions { MaxMembers = 500 }, new Deadline(TimeSpan.FromMinutes(1), TimeProvider.System, TestContext.Current.CancellationToken))!;

    private static byte[] Unit(string kind)
    {
        var text = Pack.Noise(MemberBytes);
        var tar = Pack.Tar(System.Formats.Tar.TarEntryFormat.Ustar, ("story.txt", text));
        return kind switch
        {
            "warc" => Warc.Response(Warc.Answer(text)),
            "warc.gz" => Pack.Gzip(Warc.Response(Warc.Answer(text))),
            // Without the zeros that end the archive.
            "tar" => tar[..(512 + MemberBytes)],
            _ => Pack.Gzip(tar[..(512 + MemberBytes)]),
        };
    }

    /// <summary>A file that says the same again and again and takes no room.</summary>
    private sealed class Repeated(byte[] unit, int times) : MemoryStream
    {
        public long Given { get; private set; }

        public long FailsAt { get; init; } = long.MaxValue;

        public override long Length => (long)unit.Length * times;

        public override long Position { get; set; }

        public override int Read(Span<byte> buffer)
        {
            if (Position > FailsAt)
            {
                throw new IOException("The disk is broken.");
            }

            var at = (int)(Position % unit.Length);
            var count = (int)Math.Min(Math.Min(buffer.Length, unit.Length - at), Length - Position);
            unit.AsSpan(at, count).CopyTo(buffer);
            Position += count;
            Given += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    }
}
