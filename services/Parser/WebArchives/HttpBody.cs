using System.IO.Compression;
using Ingest.Parser.Containers;
using Ingest.Parser.Containers.Streams;
using GzipStream = Ingest.Parser.Containers.Compressed.GzipStream;

namespace Ingest.Parser.WebArchives;

/// <summary>
/// The body of an answer without the codings it was sent in. Crawlers unpack bodies and keep the header that says they are
/// packed, so a coding that is not there is passed over.
/// </summary>
internal static class HttpBody
{
    private const int MostCodings = 4;

    public static MemberContent Decode(HttpMessage message, ReadOnlyMemory<byte> body, WalkLimits limits)
    {
        if (message.Headers.GetValueOrDefault("Transfer-Encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true)
        {
            body = ChunkedBody.Join(body);
        }

        var content = new MemberContent(body);
        // The last coding is the outermost.
        foreach (var coding in Codings(message).Reverse())
        {
            var unpacked = Unpack(coding, content.Bytes, limits);
            content = unpacked with { Problem = content.Problem ?? unpacked.Problem };
        }

        // Packed by the program and, without a word, by its server once more.
        return IsGzip(content.Bytes.Span) ? Unpack("gzip", content.Bytes, limits) : content;
    }

    private static IEnumerable<string> Codings(HttpMessage message) =>
        (message.Headers.GetValueOrDefault("Content-Encoding") ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(coding => coding.ToLowerInvariant())
            .Take(MostCodings);

    private static MemberContent Unpack(string coding, ReadOnlyMemory<byte> body, WalkLimits limits)
    {
        var packed = MemberBytes.AsStream(body);
        Func<Stream>? open = coding switch
        {
            "gzip" or "x-gzip" when IsGzip(body.Span) => () => new GzipStream(packed),
            "deflate" when IsZlib(body.Span) => () => new ZLibStream(packed, CompressionMode.Decompress),
            "deflate" => () => new DeflateStream(packed, CompressionMode.Decompress),
            "br" => () => new BrotliStream(packed, CompressionMode.Decompress),
            "zstd" when body.Span.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]) => () => new ZstdSharp.DecompressionStream(packed),
            _ => null,
        };
        if (open is null)
        {
            return new MemberContent(body);
        }

        try
        {
            using var unpacking = new MeteredStream(open(), () => body.Length, limits);
            var unpacked = MemberBytes.Read(unpacking, limits);
            // Nothing came out: it was not packed so.
            return unpacked.Bytes.IsEmpty && (unpacked.Problem is null || unpacked.Problem.Reason == Contracts.RejectionReasons.Damaged) ? new MemberContent(body) : unpacked;
        }
        catch (Exception fault) when (Damage.Is(fault))
        {
            return new MemberContent(body, Damage.Of(fault));
        }
    }

    private static bool IsGzip(ReadOnlySpan<byte> body) => body is [0x1F, 0x8B, 8, < 0x20, ..];

    private static bool IsZlib(ReadOnlySpan<byte> body) => body is [var first, var second, ..] && (first & 0x0F) == 8 && ((first << 8) | second) % 31 == 0;
}
