using System.IO.Compression;
using System.Text;
using Ingest.Contracts;
using Ingest.Parser.Tests.Containers;

namespace Ingest.Parser.Tests.WebArchives;

public sealed class Pages_of_a_web_archive
{
    private static readonly byte[] Bridge = Warc.Page("Bridge to Be Built");

    public static TheoryData<string, byte[]> Codings { get; } = new()
    {
        { "Content-Length: 5", Bridge },
        { "Transfer-Encoding: chunked", Chunked(Bridge, 100) },
        { "Transfer-Encoding: chunked", Chunked(Bridge, 7) },
        { "Transfer-Encoding: chunked", Bridge },
        { "Content-Encoding: gzip", Pack.Gzip(Bridge) },
        { "content-encoding: x-gzip", Pack.Gzip(Bridge) },
        { "Content-Encoding: gzip", Bridge },
        { "Content-Encoding: gzip, gzip", Pack.Gzip(Pack.Gzip(Bridge)) },
        { "Content-Type: text/html", Pack.Gzip(Bridge) },
        { "Content-Encoding: deflate", Packed(stream => new ZLibStream(stream, CompressionMode.Compress)) },
        { "Content-Encoding: deflate", Packed(stream => new DeflateStream(stream, CompressionMode.Compress)) },
        { "Content-Encoding: deflate", Bridge },
        { "Content-Encoding: br", Packed(stream => new BrotliStream(stream, CompressionMode.Compress)) },
        { "Content-Encoding: br", Bridge },
        { "Content-Encoding: zstd", Pack.Zstd(Bridge) },
        { "Content-Encoding: gzip\r\nTransfer-Encoding: chunked", Chunked(Pack.Gzip(Bridge), 50) },
        { "Content-Encoding: unheard-of", Bridge },
    };

    [Theory]
    [MemberData(nameof(Codings))]
    public void Are_taken_out_of_what_they_were_sent_in(string header, byte[] body)
    {
        var piece = Pack.Piece(Warc.Response(Warc.Answer(body, "Content-Type: text/html\r\n" + header)));

        Assert.Equal(Encoding.UTF8.GetString(Bridge), Encoding.UTF8.GetString(piece.Bytes.Span));
        Assert.Null(piece.Problem);
    }

    [Fact]
    public void With_wrong_sizes_of_chunks_keep_their_text()
    {
        var text = Encoding.UTF8.GetString(Bridge);
        byte[] tooLarge = [.. "fffff\r\n"u8, .. Bridge];
        byte[] noSecond = [.. Encoding.ASCII.GetBytes($"{100:x}\r\n"), .. Bridge];

        Assert.Equal(text, Body(tooLarge));
        Assert.Equal(text, Body(noSecond));

        static string Body(byte[] body) =>
            Encoding.UTF8.GetString(Pack.Piece(Warc.Response(Warc.Answer(body, "Content-Type: text/html\r\nTransfer-Encoding: chunked"))).Bytes.Span);
    }

    [Fact]
    public void Have_the_address_they_were_fetched_from_where_they_state_none()
    {
        var article = Assert.Single(Pack.Parsed(Warc.Response(Warc.Answer(Bridge))).Articles);
        var stated = Assert.Single(Pack.Parsed(Warc.Response(Warc.Answer(Warc.Page("Bridge", "<link rel=canonical href='https://other.example/b'>")))).Articles);

        Assert.Equal((Warc.Address, "warc:target-uri"), (article.Url, article.Origin["url"]));
        Assert.Equal(Warc.Address + "#0", article.Key);
        Assert.Equal("https://other.example/b", stated.Url);
    }

    [Fact]
    public void Have_the_day_they_were_fetched_only_as_a_last_choice_with_a_warning()
    {
        var article = Assert.Single(Pack.Parsed(Warc.Response(Warc.Answer(Bridge))).Articles);
        var stated = Assert.Single(Pack.Parsed(Warc.Response(Warc.Answer(Warc.Page("Bridge", "<meta property='article:published_time' content='2024-12-01'>")))).Articles);

        Assert.Equal(("2025-02-13", "warc:date"), (article.PublishedAt, article.Origin["publishedAt"]));
        Assert.Contains(article.Warnings, warning => warning.StartsWith("publishedAt: the day on which a crawler fetched it", StringComparison.Ordinal));
        Assert.DoesNotContain("publishedAt: missing", article.Warnings);
        Assert.Equal("2024-12-01", stated.PublishedAt);
        Assert.DoesNotContain(stated.Warnings, warning => warning.Contains("crawler", StringComparison.Ordinal));
    }

    [Fact]
    public void Are_decoded_as_their_server_said()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var page = Encoding.GetEncoding("koi8-r").GetBytes(Encoding.UTF8.GetString(Bridge).Replace("The council", "Городской совет", StringComparison.Ordinal));
        var article = Assert.Single(Pack.Parsed(Warc.Response(Warc.Answer(page, "Content-Type: text/html; charset=\"KOI8-R\""))).Articles);

        Assert.StartsWith("Городской совет met", article.Body, StringComparison.Ordinal);
        Assert.Equal("http:koi8-r", article.Origin["encoding"]);
    }

    [Theory]
    [InlineData("text/html", true)]
    [InlineData("text/html;charset=utf-8", true)]
    [InlineData("application/xhtml+xml", true)]
    [InlineData("application/rss+xml", true)]
    [InlineData("application/ld+json", true)]
    [InlineData("text/plain", true)]
    [InlineData("text/css", false)]
    [InlineData("image/svg+xml", false)]
    [InlineData("application/javascript", false)]
    [InlineData("image/png", false)]
    public void Are_those_of_types_that_may_be_articles(string type, bool isPage) =>
        Assert.Equal(isPage ? 1 : 0, Pack.Pieces(Warc.Response(Warc.Answer(Bridge, "Content-Type: " + type))).Count);

    [Fact]
    public void Without_a_type_are_told_by_their_beginning()
    {
        Assert.Single(Pack.Pieces(Warc.Response(Warc.Answer(Bridge, "Server: x"))));
        Assert.Empty(Pack.Pieces(Warc.Response(Warc.Answer([0x89, 0x50], "Server: x"))));
    }

    [Theory]
    [InlineData("301 Moved")]
    [InlineData("404 Not Found")]
    [InlineData("503 Busy")]
    public void Are_none_without_success(string status) => Assert.Empty(Pack.Pieces(Warc.Response(Warc.Answer(Bridge, status: status))));

    [Fact]
    public void Are_none_of_other_records()
    {
        byte[] archive =
        [
            .. Warc.Record("request", "GET / HTTP/1.1\r\n\r\n"u8.ToArray()),
            .. Warc.Record("revisit", Warc.Answer(Bridge)),
            .. Warc.Record("metadata", Bridge, headers: "Content-Type: text/html\r\n"),
            .. Warc.Record("resource", "wget -r"u8.ToArray(), "metadata://gnu.org/software/wget/warc/wget_arguments.txt", "Content-Type: text/plain\r\n"),
            .. Warc.Record("response", "20250213060000 1.2.3.4"u8.ToArray(), "dns:gazette.example", "Content-Type: text/dns\r\n"),
            .. Warc.Response(Warc.Answer("User-agent: *\nDisallow: /private"u8.ToArray(), "Content-Type: text/plain"), "https://gazette.example/robots.txt"),
        ];
        var rejection = Parsing.Rejection(archive);

        Assert.Empty(Pack.Pieces(archive));
        Assert.Equal(RejectionReasons.NoArticle, rejection.Reason);
    }

    [Fact]
    public void Are_resources_too()
    {
        var piece = Pack.Piece(Warc.Record("resource", Bridge, headers: "Content-Type: text/html; charset=utf-8\r\n"));

        Assert.Equal((Warc.Address, "utf-8", 2025), (piece.Address, piece.Charset, piece.Fetched?.Year));
    }

    [Theory]
    [InlineData("WARC/0.17")]
    [InlineData("WARC/0.18")]
    [InlineData("WARC/1.0")]
    [InlineData("WARC/1.1")]
    public void Are_read_in_each_version(string version) => Assert.Equal(Bridge, Pack.Piece(Warc.Record("response", Warc.Answer(Bridge), version: version)).Bytes.ToArray());

    [Fact]
    public void Of_ARC_files_are_read()
    {
        var answer = Warc.Answer(Bridge);
        byte[] arc =
        [
            .. Arc("filedesc://x.arc", "text/plain", "1 0 InternetArchive\nURL IP-address Archive-date Content-type Archive-length\n"u8.ToArray()),
            .. Arc("dns:gazette.example", "text/dns", "20250213060000 1.2.3.4"u8.ToArray()),
            .. Arc("http://gazette.example/with space", "text/html", answer),
            .. Arc("http://gazette.example/bare", "text/html", Bridge),
        ];

        Assert.All([arc, Pack.Gzip(arc)], archive =>
        {
            var pieces = Pack.Pieces(archive);
            Assert.Equal(["http://gazette.example/with space", "http://gazette.example/bare"], pieces.Select(piece => piece.Member));
            Assert.All(pieces, piece => Assert.Equal(Bridge, piece.Bytes.ToArray()));
            Assert.Equal("http://gazette.example/with%20space", pieces[0].Address);
            Assert.Equal(new DateTimeOffset(2025, 2, 13, 6, 0, 0, TimeSpan.Zero), pieces[0].Fetched);
        });

        static byte[] Arc(string address, string type, byte[] block) =>
            [.. Encoding.ASCII.GetBytes($"{address} 1.2.3.4 20250213060000 {type} {block.Length}\n"), .. block, (byte)'\n'];
    }

    [Fact]
    public void Of_WACZ_files_are_those_of_the_archives_in_them()
    {
        var wacz = Pack.Zip(
            CompressionLevel.NoCompression,
            ("datapackage.json", "{\"profile\": \"data-package\", \"wacz_version\": \"1.1.1\"}"u8.ToArray()),
            ("pages/pages.jsonl", "{\"format\": \"json-pages-1.0\"}"u8.ToArray()),
            ("indexes/index.cdx.gz", Pack.Gzip("com,example)/ 2025"u8.ToArray())),
            ("archive/data.warc.gz", Pack.Gzip(Warc.Response(Warc.Answer(Bridge)))));
        var parsed = Pack.Parsed(wacz);

        Assert.Equal("Bridge to Be Built", Assert.Single(parsed.Articles).Title);
        Assert.Equal("archive/data.warc.gz!/" + Warc.Address, Assert.Single(parsed.Members).Name);
    }

    [Fact]
    public void That_were_fetched_twice_are_two()
    {
        byte[] archive = [.. Warc.Response(Warc.Answer(Bridge)), .. Warc.Response(Warc.Answer(Bridge))];

        Assert.Equal([Warc.Address + "#0", Warc.Address + "~2#0"], Pack.Parsed(archive).Articles.Select(article => article.Key));
    }

    private static byte[] Chunked(byte[] body, int size) =>
        [.. body.Chunk(size).SelectMany(chunk => (byte[])[.. Encoding.ASCII.GetBytes($"{chunk.Length:X};x=1\r\n"), .. chunk, .. "\r\n"u8]), .. "0\r\n\r\n"u8];

    private static byte[] Packed(Func<Stream, Stream> pack)
    {
        var memory = new MemoryStream();
        using (var stream = pack(memory))
        {
            stream.Write(Bridge);
        }

        return memory.ToArray();
    }
}
