using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Ingest.Evaluation.WebArchives;

/// <summary>
/// Counts the responses of a web archive that can be read, by another way than the parser's: unpacks the whole file by the
/// runtime's decompressor, and looks for the headers of records in it as text.
/// </summary>
internal static partial class ReadableResponses
{
    public static int Count(byte[] file)
    {
        // One byte a character, so that positions are those of bytes.
        var text = Encoding.Latin1.GetString(Unpacked(file));
        return text.StartsWith("filedesc:", StringComparison.Ordinal) ? OfArc(text) : OfWarc(text);
    }

    private static int OfWarc(string text)
    {
        var count = 0;
        foreach (Match header in WarcHeaders().Matches(text))
        {
            var lines = header.Value;
            var length = ContentLength().Match(lines);
            var block = header.Index + header.Length;
            if (ResponseType().IsMatch(lines) && length.Success && IsReadable(text, block))
            {
                count++;
            }
        }

        return count;
    }

    private static int OfArc(string text) => ArcLines().Matches(text).Count(line => IsReadable(text, line.Index + line.Length));

    private static bool IsReadable(string text, int block) => string.CompareOrdinal(text, block, "HTTP/", 0, 5) == 0;

    private static byte[] Unpacked(byte[] file)
    {
        if (file is not [0x1F, 0x8B, ..])
        {
            return file;
        }

        using var unpacked = new MemoryStream();
        try
        {
            using var gzip = new GZipStream(new MemoryStream(file), CompressionMode.Decompress);
            gzip.CopyTo(unpacked);
        }
        catch (InvalidDataException fault)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  (the runtime stops after {unpacked.Length} bytes: {fault.Message})"));
        }

        return unpacked.ToArray();
    }

    [GeneratedRegex(@"^WARC/\d\.\d+\r?\n(?:[^\r\n]+\r?\n)+\r?\n", RegexOptions.Multiline)]
    private static partial Regex WarcHeaders();

    [GeneratedRegex(@"^Content-Length:\s*\d+", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex ContentLength();

    [GeneratedRegex(@"^WARC-Type:\s*response\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex ResponseType();

    [GeneratedRegex(@"^https?:.* \d{14,18} \S+ \d+\r?\n", RegexOptions.Multiline)]
    private static partial Regex ArcLines();
}
