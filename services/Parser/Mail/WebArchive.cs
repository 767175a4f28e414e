using System.Buffers.Binary;
using System.Text;
using System.Xml.Linq;

namespace Ingest.Parser.Mail;

/// <summary>
/// A page that Safari saved (<c>.webarchive</c>): a property list, in Apple's binary form or as XML, whose main resource is the page's bytes and address.
/// </summary>
/// <param name="Page">The page's bytes.</param>
/// <param name="Url">Its address.</param>
/// <param name="Charset">The charset Safari read it in.</param>
internal sealed record WebArchive(ReadOnlyMemory<byte> Page, string? Url, string? Charset)
{
    private const int TrailerSize = 32, MostKeys = 64;

    /// <summary>Whether the bytes may be one.</summary>
    public static bool Opens(ReadOnlySpan<byte> bytes) =>
        (bytes.StartsWith("bplist00"u8) && bytes.IndexOf("WebMainResource"u8) >= 0) || (bytes.StartsWith("<?xml"u8) && bytes[..Math.Min(bytes.Length, 4_096)].IndexOf("<key>WebMainResource</key>"u8) >= 0);

    /// <summary>The page; null when the list is broken or has none.</summary>
    public static WebArchive? Read(ReadOnlyMemory<byte> bytes) => bytes.Span.StartsWith("bplist00"u8) ? OfBinary(bytes) : OfXml(bytes.Span);

    private static WebArchive? OfXml(ReadOnlySpan<byte> bytes)
    {
        try
        {
            // The document type names a DTD that is never read.
            var text = Encoding.UTF8.GetString(bytes);
            var start = text.IndexOf("<plist", StringComparison.Ordinal);
            var main = start < 0 ? null : Value(XElement.Parse(text[start..]).Element("dict"), "WebMainResource");
            return Value(main, "WebResourceData") is { } data ? new WebArchive(Convert.FromBase64String(data.Value), Value(main, "WebResourceURL")?.Value, Value(main, "WebResourceTextEncodingName")?.Value) : null;
        }
        catch (Exception exception) when (exception is System.Xml.XmlException or FormatException)
        {
            return null;
        }
    }

    private static XElement? Value(XElement? dictionary, string key) => dictionary?.Elements("key").FirstOrDefault(element => element.Value == key)?.ElementsAfterSelf().FirstOrDefault();

    private static WebArchive? OfBinary(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        if (span.Length < TrailerSize + 8)
        {
            return null;
        }

        var trailer = span[^TrailerSize..];
        int offsetSize = trailer[6], referenceSize = trailer[7];
        long count = BinaryPrimitives.ReadInt64BigEndian(trailer[8..]), top = BinaryPrimitives.ReadInt64BigEndian(trailer[16..]), table = BinaryPrimitives.ReadInt64BigEndian(trailer[24..]);
        if (offsetSize is 0 or > 8 || referenceSize is 0 or > 8 || count <= 0 || table < 8 || table + (count * (long)offsetSize) > span.Length || count > span.Length)
        {
            return null;
        }

        var list = new Binary(bytes, offsetSize, referenceSize, count, (int)table);
        return list.Member(top, "WebMainResource") is { } main && list.Member(main, "WebResourceData") is { } data && list.Bytes(data) is { Length: > 0 } page
            ? new WebArchive(page, list.Text(list.Member(main, "WebResourceURL")), list.Text(list.Member(main, "WebResourceTextEncodingName")))
            : null;
    }

    /// <summary>The binary form: objects by number, each with its kind and count in its first byte.</summary>
    private sealed class Binary(ReadOnlyMemory<byte> bytes, int offsetSize, int referenceSize, long count, int table)
    {
        /// <summary>The object under a key of a dictionary.</summary>
        public long? Member(long dictionary, string key)
        {
            if (Open(dictionary) is not (0xD, var members and <= MostKeys, var at) || at + (members * 2L * referenceSize) > bytes.Length)
            {
                return null;
            }

            for (var i = 0; i < members; i++)
            {
                if (Text(Number(at + (i * referenceSize), referenceSize)) == key)
                {
                    return Number(at + ((members + i) * referenceSize), referenceSize);
                }
            }

            return null;
        }

        public ReadOnlyMemory<byte> Bytes(long number) => Open(number) is (0x4, var length, var at) && at + (long)length <= bytes.Length ? bytes.Slice(at, length) : default;

        public string? Text(long? number) => number is null ? null : Open(number.Value) switch
        {
            (0x5, var length, var at) when at + (long)length <= bytes.Length => Encoding.ASCII.GetString(bytes.Span.Slice(at, length)),
            (0x6, var length, var at) when at + (length * 2L) <= bytes.Length => Encoding.BigEndianUnicode.GetString(bytes.Span.Slice(at, length * 2)),
            _ => null,
        };

        private (int Kind, int Count, int At)? Open(long number)
        {
            if (number < 0 || number >= count)
            {
                return null;
            }

            var at = Number(table + (int)(number * offsetSize), offsetSize);
            if (at < 8 || at >= bytes.Length)
            {
                return null;
            }

            var first = bytes.Span[(int)at];
            if ((first & 0xF) != 0xF)
            {
                return (first >> 4, first & 0xF, (int)at + 1);
            }

            // A larger count is an integer of its own.
            var size = at + 1 < bytes.Length ? 1 << (bytes.Span[(int)at + 1] & 0x3) : 0;
            return size == 0 || at + 2 + size > bytes.Length || Number((int)at + 2, size) is not (>= 0 and <= int.MaxValue and var length) ? null : (first >> 4, (int)length, (int)at + 2 + size);
        }

        private long Number(int at, int size)
        {
            var value = 0L;
            for (var i = 0; i < size && at + i < bytes.Length; i++)
            {
                value = (value << 8) | bytes.Span[at + i];
            }

            return value;
        }
    }
}
