using Ingest.Contracts;
using Ingest.Parser.Tests.Containers;

namespace Ingest.Parser.Tests.WebArchives;

public sealed class Broken_web_archives
{
    private static readonly byte[] First = Warc.Response(Warc.Answer(Warc.Page("First")), "https://gazette.example/1");
    private static readonly byte[] Second = Warc.Response(Warc.Answer(Warc.Page("Second")), "https://gazette.example/2");
    private static readonly byte[] Third = Warc.Response(Warc.Answer(Warc.Page("Third")), "https://gazette.example/3");

    [Fact]
    public void That_are_cut_off_give_the_page_as_far_as_it_goes()
    {
        byte[] archive = [.. First, .. Second];
        var parsed = Pack.Parsed(archive[..^150]);

        Assert.Equal(["First", "Second"], parsed.Articles.Select(article => article.Title));
        Assert.Equal([null, RejectionReasons.Damaged], parsed.Members.Select(member => member.Reason));
        Assert.Contains(parsed.Articles[1].Warnings, warning => warning.StartsWith("file: The web archive breaks off", StringComparison.Ordinal));
    }

    [Fact]
    public void With_a_damaged_part_go_on_with_the_next()
    {
        var damaged = Pack.Gzip(Second);
        damaged.AsSpan(damaged.Length / 2, 12).Fill(0xAA);
        byte[] archive = [.. Pack.Gzip(First), .. damaged, .. Pack.Gzip(Third)];
        var parsed = Pack.Parsed(archive);

        Assert.Contains("First", parsed.Articles.Select(article => article.Title));
        Assert.Contains("Third", parsed.Articles.Select(article => article.Title));
        Assert.Contains(parsed.Members, member => member.Reason == RejectionReasons.Damaged);
    }

    [Fact]
    public void With_something_between_records_go_on_behind_it()
    {
        byte[] archive = [.. First, .. new byte[500], .. "\r\n"u8, .. Second];
        var pieces = Pack.Pieces(archive);

        Assert.Equal(["https://gazette.example/1", "damaged record", "https://gazette.example/2"], pieces.Select(piece => piece.Member));
        Assert.Contains("belong to no record", pieces[1].Problem?.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_length_that_is_a_little_short_are_whole()
    {
        var block = Warc.Answer(Warc.Page("First"));
        byte[] archive = [.. Warc.Record("response", block, length: block.Length - 2), .. Second];

        Assert.All(Pack.Pieces(archive), piece => Assert.Null(piece.Problem));
        Assert.Equal(2, Pack.Pieces(archive).Count);
    }

    [Fact]
    public void With_a_record_without_a_length_go_on_behind_it()
    {
        byte[] archive = [.. "WARC/1.0\r\nWARC-Type: response\r\n\r\n"u8, .. First];

        Assert.Equal(["damaged record", "https://gazette.example/1"], Pack.Pieces(archive).Select(piece => piece.Member));
    }

    [Fact]
    public void Packed_as_one_part_instead_of_one_a_record_are_read()
    {
        byte[] archive = Pack.Gzip([.. First, .. Second]);

        Assert.Equal(2, Pack.Pieces(archive).Count);
    }

    [Fact]
    public void Whose_crawler_left_off_say_so()
    {
        var archive = Warc.Record("response", Warc.Answer(Warc.Page("First")), headers: "Content-Type: application/http\r\nWARC-Truncated: length\r\n");

        Assert.Contains(Assert.Single(Pack.Parsed(archive).Articles).Warnings, warning => warning.Contains("left off before its end (length)", StringComparison.Ordinal));
    }

    [Fact]
    public void With_a_bomb_in_a_page_give_the_others()
    {
        var bomb = Pack.Zeros(100L << 20);
        byte[] archive = [.. Warc.Response(Warc.Answer(bomb, "Content-Type: text/html\r\nContent-Encoding: gzip")), .. Pack.Noise(2 << 20, "WARC/1.0\r\nWARC-Type: metadata\r\nContent-Length: {0}\r\n\r\n"), .. Second];
        var pieces = Pack.Pieces(archive);

        Assert.Equal(RejectionReasons.ExpansionRatio, pieces[0].Problem?.Reason);
        Assert.Null(pieces[1].Problem);
    }
}
