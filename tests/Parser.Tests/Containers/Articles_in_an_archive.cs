using System.Formats.Tar;
using System.Text;
using Ingest.Contracts;

namespace Ingest.Parser.Tests.Containers;

public sealed class Articles_in_an_archive
{
    private static readonly (string, byte[])[] Two = [("a/bridge.txt", Pack.Bridge), ("ferry.txt", Pack.Ferry)];

    public static TheoryData<string, byte[]> Archives { get; } = new()
    {
        { "zip", Pack.Zip(Two) },
        { "zip stored", Pack.Zip(System.IO.Compression.CompressionLevel.NoCompression, Two) },
        { "tar pax", Pack.Tar(Two) },
        { "tar gnu", Pack.Tar(TarEntryFormat.Gnu, Two) },
        { "tar ustar", Pack.Tar(TarEntryFormat.Ustar, Two) },
        { "tar v7", Pack.Tar(TarEntryFormat.V7, Two) },
        { "7z", Pack.SevenZip(Two) },
        { "rar", Rar.Of(Two) },
        { "tar.gz", Pack.Gzip(Pack.Tar(Two)) },
        { "tar.bz2", Pack.Bzip2(Pack.Tar(Two)) },
        { "tar.zst", Pack.Zstd(Pack.Tar(Two)) },
        { "zip.gz", Pack.Gzip(Pack.Zip(Two)) },
        { "7z.gz", Pack.Gzip(Pack.SevenZip(Two)) },
        { "rar.zst", Pack.Zstd(Rar.Of(Two)) },
    };

    [Theory]
    [MemberData(nameof(Archives))]
    public void Are_read_one_after_another(string kind, byte[] archive)
    {
        var parsed = Pack.Parsed(archive);

        Assert.Equal(["Bridge to Be Built", "Ferry Sails Again"], parsed.Articles.Select(article => article.Title));
        Assert.Equal(["a/bridge.txt#0", "ferry.txt#0"], parsed.Articles.Select(article => article.Key));
        Assert.Equal([0, 1], parsed.Articles.Select(article => article.Ordinal));
        Assert.Equal(["a/bridge.txt", "ferry.txt"], parsed.Articles.Select(article => article.Origin["member"]));
        Assert.Equal([new MemberOutcome("a/bridge.txt", 1), new MemberOutcome("ferry.txt", 1)], parsed.Members);
        Assert.All(parsed.Articles, article => Assert.Equal(Identifiers.Article(article.FileId, article.Key), article.ArticleId));
        Assert.NotEmpty(kind);
    }

    [Fact]
    public void Of_a_compressed_file_have_its_name_where_it_is_kept()
    {
        // gzip writes the file's name; the runtime does not.
        byte[] named = [0x1F, 0x8B, 8, 8, 0, 0, 0, 0, 0, 3, .. "old/bridge.txt\0"u8, .. Pack.Gzip(Pack.Bridge)[10..]];

        Assert.Equal("old/bridge.txt#0", Assert.Single(Pack.Parsed(named).Articles).Key);
        Assert.Equal("content#0", Assert.Single(Pack.Parsed(Pack.Gzip(Pack.Bridge)).Articles).Key);
    }

    [Fact]
    public void Of_compressed_parts_that_follow_each_other_are_one_content()
    {
        Assert.Equal(Pack.Bridge, Pack.Piece(Pack.Gzip(Pack.Bridge[..20], [], Pack.Bridge[20..])).Bytes.ToArray());
        Assert.Equal(Pack.Bridge, Pack.Piece([.. Pack.Bzip2(Pack.Bridge[..20]), .. Pack.Bzip2(Pack.Bridge[20..])]).Bytes.ToArray());
        Assert.Equal(Pack.Bridge, Pack.Piece([.. Pack.Zstd(Pack.Bridge[..20]), .. Pack.Zstd(Pack.Bridge[20..])]).Bytes.ToArray());
    }

    [Theory]
    [InlineData("/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4AB5AG9dADIYSu7rFBmLcIj5lBdX/0uO/2DGidaVexKMGu5K23iZjn1Ij10K5uSEB04a4KRaM6hU60+I5TjzYLUnP+PoFYHva9wMAp37Dn7aBkShxm7mkk4o2d8Y4rPNRNxkc8nPBooDuFCAXEbRnyNNm4aoAAAAHXH2c96ffZYAAYsBegAAAI5ZwI6xxGf7AgAAAAAEWVo=")]
    [InlineData("/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAxZGF0ZSAyMDI1LTAyLTEzIEJyaWRnZSB0byBCZSBCdWlsdAoKQnkgSmFuZSBEb2UKClQAAABH2kWmZnNJ9wABSjIkQ8fiH7bzfQEAAAAABFlaAAAAAAAAAAD9N3pYWgAABObWtEYCACEBFgAAAHQv5aPgAEcARl0ANBlABTJBc1d8ICKGHZ34fPTxaBP1BUO9QwH9Ft13Jvv5M+67JENxb9Bqhr48cDf9OO5VERsEGQcx28Xo15rYJj/o04wAAAAAAPAlBNxAefrEAAFiSKx1Sg8ftvN9AQAAAAAEWVo=")]
    public void Of_an_xz_file_are_read_whether_it_is_one_stream_or_two_with_padding(string base64) =>
        Assert.Equal(Pack.Bridge, Pack.Piece(Convert.FromBase64String(base64)).Bytes.ToArray());

    [Fact]
    public void In_archives_in_it_have_the_names_of_both()
    {
        var archive = Pack.Zip(
            ("2024/january.tar.gz", Pack.Gzip(Pack.Tar(("bridge.txt", Pack.Bridge)))),
            ("february.zip", Pack.Zip(("ferry.txt.gz", Pack.Gzip(Pack.Ferry)))));

        Assert.Equal(
            ["2024/january.tar.gz!/bridge.txt#0", "february.zip!/ferry.txt.gz#0"],
            Pack.Parsed(archive).Articles.Select(article => article.Key));
    }

    [Fact]
    public void Of_one_member_count_from_its_own_beginning()
    {
        var archive = Pack.Zip(("bridge.txt", Pack.Bridge), ("two.txt", [.. Pack.Ferry, .. "\n"u8, .. Pack.Market]));

        Assert.Equal(["bridge.txt#0", "two.txt#0", "two.txt#1"], Pack.Parsed(archive).Articles.Select(article => article.Key));
        Assert.Equal([0, 1, 2], Pack.Parsed(archive).Articles.Select(article => article.Ordinal));
    }

    [Fact]
    public void With_the_same_name_have_different_keys()
    {
        var archive = Pack.Tar(("story.txt", Pack.Bridge), ("story.txt", Pack.Ferry), ("story.txt~2", Pack.Market), ("story.txt", Pack.Bridge));

        Assert.Equal(["story.txt#0", "story.txt~2#0", "story.txt~2~2#0", "story.txt~3#0"], Pack.Parsed(archive).Articles.Select(article => article.Key));
    }

    [Fact]
    public void Stand_beside_what_became_of_the_other_members()
    {
        var parsed = Pack.Parsed(Pack.Zip(("photo.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]), ("bridge.txt", Pack.Bridge), ("empty.txt", [])));

        Assert.Equal(
            [("photo.png", 0, RejectionReasons.UnsupportedFormat), ("bridge.txt", 1, null), ("empty.txt", 0, RejectionReasons.Empty)],
            parsed.Members.Select(member => (member.Name, member.Articles, member.Reason)));
    }

    [Fact]
    public void Are_none_for_a_reason_that_counts_the_members()
    {
        byte[] image = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0];
        var rejection = Parsing.Rejection(Pack.Zip(("1.png", image), ("2.txt", []), ("3.png", image)));

        Assert.Equal(RejectionReasons.UnsupportedFormat, rejection.Reason);
        Assert.StartsWith("no article in any of 3 members: 2 unsupported-format, 1 empty; first: 1.png: ", rejection.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Are_none_in_an_empty_archive() => Assert.Equal(RejectionReasons.NoArticle, Parsing.Rejection(Pack.Zip()).Reason);

    [Fact]
    public void Of_long_names_keep_them()
    {
        var name = string.Concat(Enumerable.Repeat("folder/", 40)) + "größe.txt";

        Assert.Equal(name, Pack.Piece(Pack.Tar(TarEntryFormat.Gnu, (name, Pack.Bridge))).Member);
        Assert.Equal(name, Pack.Piece(Pack.Tar(TarEntryFormat.Pax, (name, Pack.Bridge))).Member);
        Assert.Equal(name, Pack.Piece(Pack.Zip((name, Pack.Bridge))).Member);
    }

    [Fact]
    public void Are_not_looked_for_in_documents_that_are_zip_files()
    {
        var word = Pack.Zip(("_rels/.rels", "<r/>"u8.ToArray()), ("[Content_Types].xml", "<Types/>"u8.ToArray()), ("word/document.xml", Pack.Bridge));
        var book = Pack.Zip(System.IO.Compression.CompressionLevel.NoCompression, ("mimetype", "application/epub+zip"u8.ToArray()), ("a.txt", Pack.Bridge));

        Assert.All([word, book], document => Assert.Null(Ingest.Parser.Containers.PieceSources.Open(
            new MemoryStream(document), null, new ParserOptions(), new Deadline(TimeSpan.FromSeconds(30), TimeProvider.System, TestContext.Current.CancellationToken))));
        Assert.Equal(word, Pack.Pieces(Pack.Zip(("report.docx", word), ("bridge.txt", Pack.Bridge)))[0].Bytes.ToArray());
    }

    [Fact]
    public void Are_not_looked_for_in_texts_that_begin_like_one() =>
        Assert.Equal("BZh is what the letter says", Parsing.Article(Encoding.UTF8.GetBytes("BZh is what the letter says\n\nNobody at the council knew what it meant on Tuesday.")).Title);
}
