using System.Text;
using Ingest.Contracts;
using Ingest.Parser.Containers;

namespace Ingest.Parser.Tests.Containers;

public sealed class Broken_archives
{
    private static readonly (string, byte[])[] Three = [("bridge.txt", Pack.Bridge), ("ferry.txt", Pack.Ferry), ("market.txt", Pack.Market)];

    [Fact]
    public void Of_zip_are_read_without_their_directory()
    {
        var zip = Pack.Zip(Three);
        var pieces = Pack.Pieces(zip[..zip.AsSpan().IndexOf("PK\u0001\u0002"u8)]);

        Assert.Equal(["bridge.txt", "ferry.txt", "market.txt", null], pieces.Select(piece => piece.Member));
        Assert.Equal([Pack.Bridge, Pack.Ferry, Pack.Market], pieces.Take(3).Select(piece => piece.Bytes.ToArray()));
        Assert.Equal(RejectionReasons.Damaged, pieces[3].Problem?.Reason);
    }

    [Fact]
    public void Of_zip_with_sizes_behind_the_members_are_read_without_their_directory()
    {
        // A stream that cannot be moved makes the writer put sizes behind.
        using var memory = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(new OneWay(memory), System.IO.Compression.ZipArchiveMode.Create))
        {
            foreach (var (name, content) in Three)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        var bytes = memory.ToArray();
        var cut = bytes[..bytes.AsSpan().IndexOf("PK\u0001\u0002"u8)];

        Assert.Equal([Pack.Bridge, Pack.Ferry, Pack.Market], Pack.Pieces(bytes).Select(piece => piece.Bytes.ToArray()));
        Assert.Equal([Pack.Bridge, Pack.Ferry, Pack.Market], Pack.Pieces(cut).Take(3).Select(piece => piece.Bytes.ToArray()));
    }

    [Fact]
    public void Of_zip_lose_only_the_member_that_is_broken()
    {
        var zip = Pack.Zip(System.IO.Compression.CompressionLevel.NoCompression, Three);
        var deflated = Pack.Zip(Three);
        deflated[deflated.AsSpan().IndexOf("ferry.txt"u8) + "ferry.txt".Length + 20] ^= 0x55;
        var lost = Pack.Zip(Three);
        lost[lost.AsSpan().LastIndexOf("PK\u0003\u0004"u8) + 2] = 9;

        Assert.All(Pack.Pieces(zip), piece => Assert.Null(piece.Problem));
        Assert.Equal([null, RejectionReasons.Damaged, null], Pack.Pieces(deflated).Select(piece => piece.Problem?.Reason));
        Assert.Equal([null, null, RejectionReasons.Damaged], Pack.Pieces(lost).Select(piece => piece.Problem?.Reason));
    }

    [Fact]
    public void Of_zip_with_something_in_front_are_read()
    {
        var zip = Pack.Zip(Three);
        byte[] shifted = [.. zip[..zip.AsSpan().IndexOf("PK\u0001\u0002"u8)], .. zip];

        Assert.Equal([Pack.Bridge, Pack.Ferry, Pack.Market], Pack.Pieces(shifted).Select(piece => piece.Bytes.ToArray()));
    }

    [Fact]
    public void That_are_encrypted_say_so()
    {
        var zip = Pack.Zip(("bridge.txt", Pack.Bridge));
        zip[6] |= 1;
        zip[zip.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        var rejection = Parsing.Rejection(zip);

        Assert.Equal(RejectionReasons.Encrypted, rejection.Reason);
        Assert.StartsWith("bridge.txt: ", rejection.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_an_unknown_method_say_so()
    {
        var zip = Pack.Zip(("bridge.txt", Pack.Bridge));
        zip[zip.AsSpan().IndexOf("PK\u0001\u0002"u8) + 10] = 97;

        Assert.Equal(RejectionReasons.UnsupportedFormat, Pack.Piece(zip).Problem?.Reason);
    }

    [Fact]
    public void That_break_off_in_a_member_give_what_came_before()
    {
        var long_one = Pack.Story("Long", string.Concat(Enumerable.Repeat("The council met again and again on Tuesday. ", 5_000)));
        var tar = Pack.Tar(("bridge.txt", Pack.Bridge), ("long.txt", long_one));
        var parsed = Pack.Parsed(tar[..(tar.Length - (long_one.Length / 2))]);

        Assert.Equal(["Bridge to Be Built", "Long"], parsed.Articles.Select(article => article.Title));
        Assert.Contains(parsed.Articles[1].Warnings, warning => warning.StartsWith("file: The TAR archive breaks off", StringComparison.Ordinal));
        Assert.Equal(("long.txt", 1, RejectionReasons.Damaged), (parsed.Members[1].Name, parsed.Members[1].Articles, parsed.Members[1].Reason));
    }

    [Fact]
    public void Of_tar_end_where_a_header_is_wrong()
    {
        var tar = Pack.Tar(System.Formats.Tar.TarEntryFormat.Ustar, Three);
        tar[1024] ^= 1;

        Assert.Equal([null, RejectionReasons.Damaged], Pack.Pieces(tar).Select(piece => piece.Problem?.Reason));
    }

    [Fact]
    public void Of_tar_with_a_negative_size_are_damaged()
    {
        var tar = Pack.Tar(System.Formats.Tar.TarEntryFormat.Ustar, ("bridge.txt", Pack.Bridge));
        tar.AsSpan(124, 12).Fill(0xFF);
        SetChecksum(tar);
        var rejection = Parsing.Rejection(tar);

        Assert.Equal(RejectionReasons.Damaged, rejection.Reason);
        Assert.Contains("negative size", rejection.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_tar_with_a_size_beyond_their_end_are_damaged()
    {
        var tar = Pack.Tar(System.Formats.Tar.TarEntryFormat.Ustar, ("empty.bin", []));
        "77777777777"u8.CopyTo(tar.AsSpan(124));
        SetChecksum(tar);

        Assert.Equal(RejectionReasons.Damaged, Parsing.Rejection(tar[..1024]).Reason);
    }

    [Fact]
    public void Of_zip_with_a_flipped_bit_say_that_a_member_is_broken_and_give_the_others()
    {
        var zip = Pack.Zip(Three);
        // A block of a kind that deflate does not have.
        zip[30 + "bridge.txt".Length] = 0xFF;

        var pieces = Pack.Pieces(zip);

        Assert.Equal([Pack.Ferry, Pack.Market], pieces.Where(piece => piece.Problem is null).Select(piece => piece.Bytes.ToArray()));
        Assert.Equal("Its content is broken or cut off. Fetch it again whole.", Assert.Single(pieces, piece => piece.Problem is not null).Problem?.Detail);
    }

    [Fact]
    public void Of_gzip_that_are_cut_off_give_what_came_before()
    {
        var gzip = Pack.Gzip(Pack.Bridge);
        var piece = Pack.Piece(gzip[..^20]);

        Assert.True(Pack.Bridge.AsSpan().StartsWith(piece.Bytes.Span));
        Assert.NotEmpty(piece.Bytes.ToArray());
        Assert.Equal(RejectionReasons.Damaged, piece.Problem?.Reason);
        Assert.Contains("cut off", Pack.Piece(gzip[..^5]).Problem?.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_gzip_with_a_wrong_checksum_say_so()
    {
        var gzip = Pack.Gzip(Pack.Bridge);
        gzip[^8] ^= 1;

        Assert.Contains("checksum", Pack.Piece(gzip).Problem?.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_gzip_with_zeros_behind_are_whole()
    {
        Assert.Null(Pack.Piece([.. Pack.Gzip(Pack.Bridge), .. new byte[1000]]).Problem);
        Assert.Contains("something else", Pack.Piece([.. Pack.Gzip(Pack.Bridge), .. "something else"u8]).Problem?.Detail, StringComparison.Ordinal);
        Assert.Contains("something else", Pack.Piece([.. Pack.Gzip(Pack.Bridge), .. new byte[9], .. "junk"u8]).Problem?.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Wherever_they_break_end_in_a_piece_with_a_problem_or_are_whole(string kind, byte[] archive)
    {
        for (var length = 0; length < archive.Length; length += 1 + (archive.Length / 150))
        {
            Assert.NotEmpty(kind);
            if (PieceSources.Open(new MemoryStream(archive[..length]), null, new ParserOptions(), Deadline()) is { } source)
            {
                // Ends, throws nothing.
                _ = source.Read(default).Count();
                source.Dispose();
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Whatever_is_wrong_in_them_are_read_in_the_same_pieces_from_anywhere(string kind, byte[] archive)
    {
        var random = new Random(kind.Length);
        for (var run = 0; run < 60; run++)
        {
            var broken = archive.ToArray();
            for (var flips = random.Next(4); flips > 0; flips--)
            {
                broken[random.Next(10, broken.Length)] ^= (byte)(1 << random.Next(8));
            }

            if (PieceSources.Open(new MemoryStream(broken), null, new ParserOptions(), Deadline()) is null)
            {
                continue;
            }

            var all = Pack.Pieces(broken);
            var skip = random.Next(all.Count + 1);

            Assert.Equal(all.Skip(skip).Select(Shown), Pack.Pieces(broken, skip: skip).Select(Shown));
        }
    }

    public static TheoryData<string, byte[]> Kinds { get; } = new()
    {
        { "zip", Pack.Zip(Three) },
        { "tar", Pack.Tar(Three) },
        { "tar.gz", Pack.Gzip(Pack.Tar(Three)) },
        { "tar.bz2", Pack.Bzip2(Pack.Tar(Three)) },
        { "tar.zst", Pack.Zstd(Pack.Tar(Three)) },
        { "7z", Pack.SevenZip(Three) },
        { "rar", Rar.Of(Three) },
        { "nested", Pack.Zip(("a.tar.gz", Pack.Gzip(Pack.Tar(Three))), ("b.zip", Pack.Zip(Three))) },
        { "warc.gz", WebArchives.Warc.Of(Three, gzip: true) },
        { "warc", WebArchives.Warc.Of(Three, gzip: false) },
    };

    private static string Shown(Piece piece) => $"{piece.Member} {piece.Bytes.Length} {piece.Problem?.Reason} {Encoding.UTF8.GetString(piece.Bytes.Span)}";

    private static Deadline Deadline() => new(TimeSpan.FromMinutes(5), TimeProvider.System, TestContext.Current.CancellationToken);

    private static void SetChecksum(byte[] tar)
    {
        tar.AsSpan(148, 8).Fill((byte)' ');
        Encoding.ASCII.GetBytes(Convert.ToString(tar.Take(512).Sum(value => value), 8).PadLeft(6, '0') + "\0 ").CopyTo(tar, 148);
    }

    private sealed class OneWay(Stream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);
    }
}
