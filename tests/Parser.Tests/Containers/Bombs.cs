using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using Ingest.Contracts;

namespace Ingest.Parser.Tests.Containers;

public sealed class Bombs
{
    [Fact]
    public void Of_zeros_end_at_the_ratio()
    {
        var rejection = Parsing.Rejection(Pack.Zeros(1L << 30));

        Assert.Equal(RejectionReasons.ExpansionRatio, rejection.Reason);
        Assert.Contains("MaxExpansionRatio", rejection.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void In_one_member_leave_the_others()
    {
        var zeros = new byte[100 << 20];
        var parsed = Pack.Parsed(Pack.Zip(CompressionLevel.SmallestSize, ("zeros.txt", zeros), ("noise.bin", Pack.Noise(1 << 20)), ("bridge.txt", Pack.Bridge)));

        Assert.Equal(RejectionReasons.ExpansionRatio, parsed.Members[0].Reason);
        Assert.Equal("Bridge to Be Built", Assert.Single(parsed.Articles).Title);
    }

    [Fact]
    public void In_archives_in_archives_end_for_the_file_as_a_whole()
    {
        var bomb = Pack.Zeros(40L << 20);
        var inner = Pack.Zip([.. Enumerable.Range(0, 16).Select(i => ($"{i}.gz", bomb))]);
        var pieces = Pack.Pieces(Pack.Gzip(Pack.Zip([.. Enumerable.Range(0, 16).Select(i => ($"{i}.zip", inner))])));

        Assert.All(pieces, piece => Assert.Equal(RejectionReasons.ExpansionRatio, piece.Problem?.Reason));
        Assert.InRange(pieces.Count, 1, 3);
    }

    [Fact]
    public void Of_members_that_lie_over_each_other_end_at_once()
    {
        var rejection = Parsing.Rejection(Overlapping(Encoding.ASCII.GetBytes(new string('a', 50_000)), 500));

        Assert.Equal(RejectionReasons.ExpansionRatio, rejection.Reason);
        Assert.Contains("lie over each other", rejection.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_containers_in_each_other_end_at_the_depth()
    {
        var content = Pack.Bridge;
        for (var i = 0; i < 5; i++)
        {
            content = i % 2 == 0 ? Pack.Gzip(content) : Pack.Zip(("in.zip", content));
        }

        Assert.Equal("Bridge to Be Built", Assert.Single(Pack.Titles(content)));
        Assert.Equal(RejectionReasons.TooDeep, Parsing.Rejection(Pack.Gzip(content)).Reason);
    }

    [Fact]
    public void Of_one_compression_over_and_over_end_at_the_depth()
    {
        // What a file that unpacks to itself looks like for as long as one looks.
        var content = Pack.Bridge;
        for (var i = 0; i < 30; i++)
        {
            content = Pack.Gzip(content);
        }

        Assert.Equal(RejectionReasons.TooDeep, Parsing.Rejection(content).Reason);
    }

    [Fact]
    public void Of_many_empty_members_end_in_their_reason()
    {
        var rejection = Parsing.Rejection(Pack.Zip(CompressionLevel.NoCompression, [.. Enumerable.Range(0, 200_000).Select(i => ($"{i}", Array.Empty<byte>()))]));

        Assert.Equal(RejectionReasons.Empty, rejection.Reason);
        Assert.Contains("200,000 members: 200,000 empty", rejection.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_more_members_than_the_limit_end_there()
    {
        var archive = Pack.Tar([.. Enumerable.Range(0, 20).Select(i => ($"{i}.txt", Pack.Bridge))]);
        var pieces = Pack.Pieces(archive, new ParserOptions { MaxMembers = 10 });

        Assert.Equal(11, pieces.Count);
        Assert.Equal(RejectionReasons.TooManyMembers, pieces[10].Problem?.Reason);
        Assert.Equal(10, Pack.Parsed(archive, new ParserOptions { MaxMembers = 10 }).Articles.Count);
    }

    [Fact]
    public void Are_not_what_compresses_well_and_is_honest()
    {
        // Some 40 MB of one article with another number each time.
        var text = string.Concat(Enumerable.Range(0, 300_000).Select(i => $"{{\"id\": {i * 7919 % 300_000}, \"text\": \"The council met on Tuesday and decided to build a bridge over the river at last.\"}}\n"));
        var pieces = Pack.Pieces(Pack.Gzip(Encoding.UTF8.GetBytes(text)));

        Assert.All(pieces, piece => Assert.Null(piece.Problem));
        Assert.Equal(text.Length, pieces.Sum(piece => piece.Bytes.Length));
    }

    [Fact]
    public void Of_one_member_beyond_the_limit_of_a_file_are_too_large()
    {
        var options = new ParserOptions { MaxFileBytes = 10_000 };
        var pieces = Pack.Pieces(Pack.Tar(("noise.bin", Pack.Noise(20_000)), ("bridge.txt", Pack.Bridge)), options);

        Assert.Equal(RejectionReasons.TooLarge, pieces[0].Problem?.Reason);
        Assert.Equal(Pack.Bridge, pieces[1].Bytes.ToArray());
    }

    [Fact]
    public void By_a_dictionary_that_takes_all_memory_are_damaged()
    {
        var xz = Convert.FromBase64String("/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4AB5AG9dADIYSu7rFBmLcIj5lBdX/0uO/2DGidaVexKMGu5K23iZjn1Ij10K5uSEB04a4KRaM6hU60+I5TjzYLUnP+PoFYHva9wMAp37Dn7aBkShxm7mkk4o2d8Y4rPNRNxkc8nPBooDuFCAXEbRnyNNm4aoAAAAHXH2c96ffZYAAYsBegAAAI5ZwI6xxGf7AgAAAAAEWVo=");
        xz[16] = 40;
        BinaryPrimitives.WriteUInt32LittleEndian(xz.AsSpan(20), Crc32.HashToUInt32(xz.AsSpan(12, 8)));
        var rejection = Parsing.Rejection(xz);

        Assert.Equal(RejectionReasons.Damaged, rejection.Reason);
        Assert.Contains("dictionary", rejection.Detail, StringComparison.Ordinal);
    }

    /// <summary>One member that the directory lists many times.</summary>
    private static byte[] Overlapping(byte[] content, int times)
    {
        var zip = Pack.Zip(("a", content));
        var end = zip.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        var start = BinaryPrimitives.ReadInt32LittleEndian(zip.AsSpan(end + 16));
        var entry = zip[start..end];
        var tail = zip[end..];
        BinaryPrimitives.WriteUInt16LittleEndian(tail.AsSpan(8), (ushort)times);
        BinaryPrimitives.WriteUInt16LittleEndian(tail.AsSpan(10), (ushort)times);
        BinaryPrimitives.WriteInt32LittleEndian(tail.AsSpan(12), entry.Length * times);
        return [.. zip[..start], .. Enumerable.Repeat(entry, times).SelectMany(part => part), .. tail];
    }
}
