using System.Buffers.Text;

namespace Ingest.Parser.WebArchives;

/// <summary>
/// Takes the chunks of a body together (RFC 9112, 7.1). Crawlers stored bodies whose chunks they had joined already and kept the
/// header that announces chunks, and servers state wrong sizes, so what does not fit is taken as it stands.
/// </summary>
internal static class ChunkedBody
{
    private const int LongestSizeLine = 1_024;

    public static ReadOnlyMemory<byte> Join(ReadOnlyMemory<byte> body)
    {
        using var joined = new MemoryStream(body.Length);
        var rest = body.Span;
        while (!rest.IsEmpty)
        {
            if (Size(rest) is not var (size, headLength))
            {
                if (joined.Length == 0)
                {
                    return body;
                }

                joined.Write(rest);
                break;
            }

            rest = rest[headLength..];
            if (size == 0)
            {
                break;
            }

            var length = (int)Math.Min(size, rest.Length);
            joined.Write(rest[..length]);
            rest = rest[length..];
            rest = rest.StartsWith("\r\n"u8) ? rest[2..] : rest.StartsWith("\n"u8) ? rest[1..] : rest;
        }

        return joined.ToArray();
    }

    private static (long Size, int HeadLength)? Size(ReadOnlySpan<byte> rest)
    {
        var length = rest[..Math.Min(rest.Length, LongestSizeLine)].IndexOf((byte)'\n');
        if (length < 0)
        {
            return null;
        }

        var line = rest[..length].Trim(" \t\r"u8);
        line = line.IndexOf((byte)';') is var extension and >= 0 ? line[..extension].TrimEnd(" \t"u8) : line;
        return Utf8Parser.TryParse(line, out long size, out var used, 'x') && used == line.Length && size >= 0 ? (size, length + 1) : null;
    }
}
