using System.Globalization;
using System.Text;

namespace Ingest.Parser.Documents.Pdf;

/// <summary>
/// Gives a PDF without a usable table of its objects (cut off in transfer, or changed by an editor) a new one: objects are found by
/// how they begin, the last of a number counts, and pages that no tree holds any more get one.
/// </summary>
internal static class PdfRepair
{
    private const int MostObjects = 200_000;

    /// <summary>The bytes with a new table behind them; null when there is no page in them.</summary>
    public static byte[]? Of(ReadOnlySpan<byte> bytes)
    {
        var objects = Objects(bytes);
        if (objects.Count == 0)
        {
            return null;
        }

        int catalog = 0, pages = 0;
        var leaves = new List<int>();
        foreach (var (number, (offset, length)) in objects)
        {
            var head = Head(bytes.Slice(offset, length));
            if (Is(head, "/Catalog"u8) && head.IndexOf("/Pages"u8) >= 0)
            {
                catalog = number;
            }
            else if (Is(head, "/Pages"u8) && head.IndexOf("/Parent"u8) < 0 && head.IndexOf("/Kids"u8) >= 0)
            {
                pages = number;
            }
            else if (Is(head, "/Page"u8))
            {
                leaves.Add(number);
            }
        }

        return leaves.Count == 0 && pages == 0 ? null : WithTable(bytes, objects, catalog, pages, leaves);
    }

    private static byte[] WithTable(ReadOnlySpan<byte> bytes, SortedDictionary<int, (int Offset, int Length)> objects, int catalog, int pages, List<int> leaves)
    {
        var (size, length) = (objects.Keys.Max() + 1, bytes.Length);
        // A catalog whose page tree is lost leads nowhere.
        var whole = catalog > 0 && pages > 0;
        var added = new StringBuilder("\n");
        var offsets = objects.ToDictionary(pair => pair.Key, pair => pair.Value.Offset);
        if (!whole)
        {
            if (pages == 0)
            {
                pages = Add($"<< /Type /Pages /Count {leaves.Count} /Kids [{string.Join(' ', leaves.Select(leaf => $"{leaf} 0 R"))}] >>");
            }

            catalog = Add($"<< /Type /Catalog /Pages {pages} 0 R >>");
        }

        var table = bytes.Length + added.Length;
        added.Append("xref\n0 1\n0000000000 65535 f \n");
        foreach (var (number, offset) in offsets.OrderBy(pair => pair.Key))
        {
            added.Append(CultureInfo.InvariantCulture, $"{number} 1\n{offset:0000000000} 00000 n \n");
        }

        added.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {size} /Root {catalog} 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return [.. bytes, .. Encoding.ASCII.GetBytes(added.ToString())];

        int Add(string dictionary)
        {
            offsets[size] = length + added.Length;
            added.Append(CultureInfo.InvariantCulture, $"{size} 0 obj\n{dictionary}\nendobj\n");
            return size++;
        }
    }

    /// <summary>Objects by their numbers: where each begins, and how long it is at most.</summary>
    private static SortedDictionary<int, (int Offset, int Length)> Objects(ReadOnlySpan<byte> bytes)
    {
        var objects = new SortedDictionary<int, (int, int)>();
        var (last, lastOffset) = (0, 0);
        for (var at = 0; bytes[at..].IndexOf(" obj"u8) is var found and >= 0 && objects.Count < MostObjects;)
        {
            at += found + 4;
            if (Number(bytes, at - 4) is { } start && Number(bytes, start.Offset - 1) is { } number && number.Value is > 0 and < 10_000_000)
            {
                Close(number.Offset);
                (last, lastOffset) = (number.Value, number.Offset);
            }
        }

        Close(bytes.Length);
        return objects;

        void Close(int end)
        {
            if (last > 0)
            {
                objects[last] = (lastOffset, end - lastOffset);
            }
        }
    }

    /// <summary>The number that ends in front of <paramref name="end"/>.</summary>
    private static (int Value, int Offset)? Number(ReadOnlySpan<byte> bytes, int end)
    {
        var start = end;
        while (start > 0 && end - start < 8 && char.IsAsciiDigit((char)bytes[start - 1]))
        {
            start--;
        }

        return start < end && start >= 0 ? (int.Parse(bytes[start..end], CultureInfo.InvariantCulture), start) : null;
    }

    /// <summary>The dictionary in front of a stream's data.</summary>
    private static ReadOnlySpan<byte> Head(ReadOnlySpan<byte> body)
    {
        body = body[..Math.Min(body.Length, 65_536)];
        return body.IndexOf("stream"u8) is var stream and >= 0 ? body[..stream] : body;
    }

    /// <summary>Whether a dictionary states this type.</summary>
    private static bool Is(ReadOnlySpan<byte> head, ReadOnlySpan<byte> type)
    {
        if (head.IndexOf("/Type"u8) is not (var at and >= 0))
        {
            return false;
        }

        var rest = head[(at + 5)..].TrimStart(" \r\n\t"u8);
        return rest.StartsWith(type) && (rest.Length == type.Length || !char.IsAsciiLetter((char)rest[type.Length]));
    }
}
