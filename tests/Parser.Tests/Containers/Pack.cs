using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Ingest.Contracts;
using Ingest.Parser.Containers;
using Microsoft.Extensions.Time.Testing;
using SharpCompress.Compressors.BZip2;

namespace Ingest.Parser.Tests.Containers;

/// <summary>Makes archives, and looks into them as the parser does.</summary>
internal static class Pack
{
    public static readonly byte[] Bridge = Story("Bridge to Be Built", "The council met on Tuesday and decided to build a bridge over the river.");
    public static readonly byte[] Ferry = Story("Ferry Sails Again", "The ferry to the islands sails again after a long winter in dock.");
    public static readonly byte[] Market = Story("Market Moves", "The market moves to the square behind the church, the mayor said.");

    public static byte[] Story(string title, string text) => Encoding.UTF8.GetBytes($"date 2025-02-13 {title}\n\nBy Jane Doe\n\n{text}\n");

    public static byte[] Zip(params (string Name, byte[] Content)[] members) => Zip(CompressionLevel.Fastest, members);

    public static byte[] Zip(CompressionLevel level, params (string Name, byte[] Content)[] members)
    {
        var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in members)
            {
                using var entry = zip.CreateEntry(name, level).Open();
                entry.Write(content);
            }
        }

        return memory.ToArray();
    }

    public static byte[] Tar(params (string Name, byte[] Content)[] members) => Tar(TarEntryFormat.Pax, members);

    public static byte[] Tar(TarEntryFormat format, params (string Name, byte[] Content)[] members)
    {
        var memory = new MemoryStream();
        using (var tar = new TarWriter(memory, format, leaveOpen: true))
        {
            foreach (var (name, content) in members)
            {
                TarEntry entry = format switch
                {
                    TarEntryFormat.V7 => new V7TarEntry(TarEntryType.V7RegularFile, name),
                    TarEntryFormat.Ustar => new UstarTarEntry(TarEntryType.RegularFile, name),
                    TarEntryFormat.Gnu => new GnuTarEntry(TarEntryType.RegularFile, name),
                    _ => new PaxTarEntry(TarEntryType.RegularFile, name),
                };
                entry.DataStream = new MemoryStream(content);
                tar.WriteEntry(entry);
            }
        }

        return memory.ToArray();
    }

    public static byte[] Gzip(params byte[][] members)
    {
        var memory = new MemoryStream();
        foreach (var member in members)
        {
            using var gzip = new GZipStream(memory, CompressionLevel.Fastest, leaveOpen: true);
            gzip.Write(member);
        }

        return memory.ToArray();
    }

    public static byte[] Bzip2(byte[] content)
    {
        var memory = new MemoryStream();
        using (var bzip2 = BZip2Stream.Create(memory, SharpCompress.Compressors.CompressionMode.Compress, false, leaveOpen: true))
        {
            bzip2.Write(content, 0, content.Length);
        }

        return memory.ToArray();
    }

    public static byte[] Zstd(byte[] content)
    {
        using var zstd = new ZstdSharp.Compressor();
        return zstd.Wrap(content).ToArray();
    }

    public static byte[] SevenZip(params (string Name, byte[] Content)[] members)
    {
        var memory = new MemoryStream();
        using (var writer = new SharpCompress.Writers.SevenZip.SevenZipWriter(memory, new SharpCompress.Writers.SevenZip.SevenZipWriterOptions()))
        {
            foreach (var (name, content) in members)
            {
                writer.Write(name, new MemoryStream(content), null);
            }
        }

        return memory.ToArray();
    }

    /// <summary>So many zeros, a multiple of 1 MiB, as gzip makes them smallest.</summary>
    public static byte[] Zeros(long count)
    {
        var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var zeros = new byte[1 << 20];
            for (; count > 0; count -= zeros.Length)
            {
                gzip.Write(zeros);
            }
        }

        return memory.ToArray();
    }

    /// <summary>Bytes that do not compress, behind a header with their number.</summary>
    public static byte[] Noise(int count, string header = "")
    {
        var noise = new byte[count];
        new Random(1).NextBytes(noise);
        return [.. Encoding.ASCII.GetBytes(string.Format(System.Globalization.CultureInfo.InvariantCulture, header, count)), .. noise];
    }

    public static List<Piece> Pieces(byte[] container, ParserOptions? options = null, int skip = 0)
    {
        using var stream = new MemoryStream(container);
        options ??= new ParserOptions();
        using var source = PieceSources.Open(stream, null, options, new Deadline(options.MaxParseTime, new FakeTimeProvider(), TestContext.Current.CancellationToken));
        Assert.NotNull(source);
        return [.. source.Read(new Bookmark(skip))];
    }

    public static Piece Piece(byte[] container, ParserOptions? options = null) => Assert.Single(Pieces(container, options));

    public static ParseOutcome.Parsed Parsed(byte[] container, ParserOptions? options = null) => Assert.IsType<ParseOutcome.Parsed>(Parsing.Outcome(container, options));

    public static IEnumerable<string> Titles(byte[] container) => Parsed(container).Articles.Select((Article article) => article.Title);
}
