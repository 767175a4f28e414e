using System.Text;
using Ingest.Contracts;
using Ingest.Parser.Tables.Splitting;
using Microsoft.Extensions.Time.Testing;

namespace Ingest.Parser.Tests.Tables;

public sealed class Pieces_of_a_large_file
{
    private const string Sentence = "The bridge over the Lind was opened, \"at last\", on Thursday; and the mayor cut a ribbon.\n";

    public static TheoryData<string> Kinds => ["jsonl", "json list", "csv", "tsv", "sgml", "csv without header"];

    private static string Record(string kind, int i)
    {
        var text = string.Concat(Enumerable.Repeat(Sentence, 10 + (i % 37)));
        var key = i % 3 == 0 ? "" : $"k{i}";
        return kind switch
        {
            "jsonl" => i % 50 == 7 ? "{\"id\": \"broken\n" : $"{{\"id\": \"{key}\", \"title\": \"Bridge {i}\", \"text\": {System.Text.Json.JsonSerializer.Serialize(text)}, \"date\": \"2025-02-13\"}}\n",
            "json list" => $"{(i == 0 ? "[" : ",")}\n  {{\n    \"id\": \"{key}\", \"title\": \"Bridge {i}\", \"text\": {System.Text.Json.JsonSerializer.Serialize(text + "{[\\\"")}, \"date\": \"2025-02-13\", \"tags\": [{{\"a\": 1}}]}}",
            "sgml" => $"<REUTERS NEWID=\"{key}\">\n<DATE>13-FEB-1987 09:30:01</DATE>\n<TEXT>&#2;\n<TITLE>Bridge {i}</TITLE><BODY>{text}\n Reuter\n&#3;</BODY></TEXT>\n</REUTERS>\n",
            "tsv" => $"{key}\tBridge {i}\t{text.Replace('\n', ' ')}\t2025-02-13\n",
            _ => $"{key},Bridge {i},\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\",2025-02-13\r\n",
        };
    }

    private static byte[] File(string kind, int records) => Encoding.UTF8.GetBytes(
        kind switch { "csv" => "\uFEFFid,title,text,date\r\n", "tsv" => "id\ttitle\ttext\tdate\n", _ => "" } + string.Concat(Enumerable.Range(0, records).Select(i => Record(kind, i))) + (kind == "json list" ? "]\n" : ""));

    private static FileParser Parser(ParserOptions? options = null) => new(options ?? new ParserOptions { MaxParseTime = TimeSpan.FromMinutes(5) }, new FakeTimeProvider(Parsing.Today));

    private static ParseOutcome Parse(ReadOnlyMemory<byte> bytes, int first = 0, byte[]? opening = null, ParserOptions? options = null) =>
        Parser(options).Parse(new FileContent("file", 1, "watch", "path", bytes) { FirstOrdinal = first, Opening = opening }, TestContext.Current.CancellationToken);

    private static IEnumerable<byte[]> Pieces(byte[] file, ParserOptions? options = null)
    {
        var splitter = RecordSplitters.Of(file.AsSpan(0, Math.Min(file.Length, 1 << 20)), false, options ?? new ParserOptions());
        Assert.NotNull(splitter);
        return splitter.Pieces(new MemoryStream(file)).Select(piece => piece.ToArray());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Give_the_same_articles_as_the_whole(string kind)
    {
        var file = File(kind, 2_000);
        var whole = Assert.IsType<ParseOutcome.Parsed>(Parse(file)).Articles;
        var pieces = new List<Article>();
        byte[]? opening = null;
        var count = 0;
        foreach (var piece in Pieces(file))
        {
            opening ??= piece;
            pieces.AddRange(Assert.IsType<ParseOutcome.Parsed>(Parse(piece, pieces.Count, opening)).Articles);
            count++;
        }

        Assert.True(count >= 3);
        Assert.Equal(whole.Select(Essence), pieces.Select(Essence));
    }

    private static (string, int, string, string, string?, string, string) Essence(Article article) =>
        (article.Key, article.Ordinal, article.Title, article.Body, article.PublishedAt, article.Origin["format"], article.Origin["encoding"]);

    [Fact]
    public void Of_lists_in_an_object_are_made_only_when_it_is_too_large_to_be_read_whole()
    {
        var file = Encoding.UTF8.GetBytes("{\"status\": \"ok\", \"response\": {\"docs\": " + Encoding.UTF8.GetString(File("json list", 1_500)) + ", \"pages\": 3}, \"more\": [" + Record("json list", 1_501)[1..] + "]}");
        Assert.Null(RecordSplitters.Of(file.AsSpan(0, 1 << 20), false, new ParserOptions()));
        var splitter = RecordSplitters.Of(file.AsSpan(0, 1 << 20), true, new ParserOptions());

        var articles = new List<Article>();
        byte[]? opening = null;
        foreach (var piece in splitter!.Pieces(new MemoryStream(file)))
        {
            opening ??= piece.ToArray();
            articles.AddRange(Assert.IsType<ParseOutcome.Parsed>(Parse(piece.ToArray(), articles.Count, opening)).Articles);
        }

        Assert.Equal(Enumerable.Range(0, 1_500).Append(1_501).Select(i => $"Bridge {i}"), articles.Select(article => article.Title));
    }

    [Fact]
    public void Are_not_made_of_the_comments_in_an_article()
    {
        var comment = "{\"author\": \"A. Reader\", \"text\": \"What a bridge that is, and what it has cost us all.\"}";
        var article = $"{{\"title\": \"Bridge opened\", \"text\": \"{string.Concat(Enumerable.Repeat("The bridge was opened on Thursday, the mayor said. ", 20))}\", \"comments\": [{string.Join(",", Enumerable.Repeat(comment, 20_000))}]}}";

        Assert.Null(RecordSplitters.Of(Encoding.UTF8.GetBytes(article).AsSpan(0, 1 << 20), true, new ParserOptions()));
    }

    [Theory]
    [InlineData(true, typeof(JsonListSplitter))]
    [InlineData(false, null)]
    public void Of_an_object_with_a_record_a_line_are_those_of_its_list(bool isHuge, Type? expected)
    {
        var file = Encoding.UTF8.GetBytes("{\"data\": [" + string.Join(",\n", Enumerable.Range(0, 2_000).Where(i => i % 50 != 7).Select(i => Record("jsonl", i).Trim())) + "]}");

        Assert.Equal(expected, RecordSplitters.Of(file.AsSpan(0, Math.Min(file.Length, 1 << 20)), isHuge, new ParserOptions())?.GetType());
    }

    [Fact]
    public void Of_JSON_lines_whose_second_is_too_long_give_all_others()
    {
        byte[] file = [.. Encoding.UTF8.GetBytes(Record("jsonl", 1)), .. "{\"title\": \"Large\", \"text\": \""u8, .. Enumerable.Repeat((byte)'a', 20 << 20), .. "\"}\n"u8, .. Encoding.UTF8.GetBytes(Record("jsonl", 2))];
        var splitter = RecordSplitters.Of(file.AsSpan(0, 1 << 20), isHuge: true, new ParserOptions());

        var outcomes = splitter!.Pieces(new MemoryStream(file)).Select(piece => Parse(piece.ToArray(), 0, Encoding.UTF8.GetBytes(Record("jsonl", 1)))).ToList();

        Assert.Equal(["Bridge 1", "Bridge 2"], outcomes.OfType<ParseOutcome.Parsed>().SelectMany(outcome => outcome.Articles).Select(article => article.Title));
        Assert.Equal(RejectionReasons.ArticleTooLarge, Assert.Single(outcomes.OfType<ParseOutcome.Rejected>()).Reason);
    }

    [Theory]
    [InlineData("jsonl")]
    [InlineData("sgml")]
    [InlineData("tsv")]
    public void With_a_record_that_is_too_long_give_all_others(string kind)
    {
        var options = new ParserOptions { MaxArticleBytes = 200_000 };
        var large = string.Concat(Enumerable.Repeat(Sentence, 60_000)).Replace('\n', ' ').Replace('"', ' ');
        var record = kind switch
        {
            "jsonl" => $"{{\"id\": \"large\", \"title\": \"Large\", \"text\": \"{large}\"}}\n",
            "sgml" => $"<REUTERS NEWID=\"large\">\n<TEXT><TITLE>Large</TITLE><BODY>{large}</BODY></TEXT>\n</REUTERS>\n",
            _ => $"large\tLarge\t{large}\t2025-02-13\n",
        };
        byte[] file = [.. File(kind, 300), .. Encoding.UTF8.GetBytes(record), .. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(300, 300).Select(i => Record(kind, i))))];
        var outcomes = new List<ParseOutcome>();
        byte[]? opening = null;
        foreach (var piece in Pieces(file, options: options))
        {
            opening ??= piece;
            Assert.True(piece.Length < 5 << 20);
            outcomes.Add(Parse(piece, 0, opening, options));
        }

        var expected = Enumerable.Range(0, 600).Count(i => kind != "jsonl" || i % 50 != 7);
        Assert.Equal(expected, outcomes.OfType<ParseOutcome.Parsed>().Sum(outcome => outcome.Articles.Count));
        Assert.Equal(RejectionReasons.ArticleTooLarge, Assert.Single(outcomes.OfType<ParseOutcome.Rejected>()).Reason);
    }

    [Fact]
    public void Of_a_list_with_an_object_that_is_too_long_give_all_others()
    {
        var options = new ParserOptions { MaxArticleBytes = 200_000 };
        var list = string.Concat(Enumerable.Range(0, 300).Select(i => Record("json list", i))) + $",{{\"id\": \"large\", \"text\": \"{new string('a', 5 << 20)}\"}}"
            + string.Concat(Enumerable.Range(300, 300).Select(i => Record("json list", i))) + "]";
        var outcomes = new List<ParseOutcome>();
        byte[]? opening = null;
        foreach (var piece in Pieces(Encoding.UTF8.GetBytes(list), options: options))
        {
            opening ??= piece;
            outcomes.Add(Parse(piece, 0, opening, options));
        }

        Assert.Equal(600, outcomes.OfType<ParseOutcome.Parsed>().Sum(outcome => outcome.Articles.Count));
        Assert.Equal(RejectionReasons.ArticleTooLarge, Assert.Single(outcomes.OfType<ParseOutcome.Rejected>()).Reason);
    }

    [Theory]
    [InlineData("Bridge opens, at last\n\nThe bridge was opened on Thursday, and the mayor cut a ribbon.\n")]
    [InlineData("{\n  \"title\": \"Bridge\"\n}")]
    [InlineData("<html><body>Bridge</body></html>")]
    public void Are_not_made_of_other_files(string text) => Assert.Null(RecordSplitters.Of(Encoding.UTF8.GetBytes(text), false, new ParserOptions()));

    [Fact]
    public void Of_a_line_without_end_stay_small()
    {
        var line = Encoding.UTF8.GetBytes("{\"title\": \"a\", \"text\": \"b\"}\n{\"title\": \"c\", \"text\": \"d\"}\n{\"title\": \"");
        using var stream = new EndlessStream(line, 100 << 20);

        Assert.All(new JsonLinesSplitter(1 << 20, isHuge: true).Pieces(stream), piece => Assert.True(piece.Length <= 4 << 20));
    }

    private sealed class EndlessStream(byte[] beginning, int length) : Stream
    {
        private int _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = Math.Min(count, length - _at);
            for (var i = 0; i < read; i++, _at++)
            {
                buffer[offset + i] = _at < beginning.Length ? beginning[_at] : (byte)'x';
            }

            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
