using System.Globalization;
using System.Text;

namespace Ingest.Parser.WebArchives;

/// <summary>What a server answered, as far as the head of the answer goes.</summary>
/// <param name="Status">200 for a page.</param>
/// <param name="Headers">By name, case aside; of repeated ones the first.</param>
/// <param name="HeadLength">Bytes in front of the body.</param>
internal sealed record HttpMessage(int Status, IReadOnlyDictionary<string, string> Headers, int HeadLength)
{
    /// <summary>The head at the beginning of a block; null when it is none.</summary>
    public static HttpMessage? Read(ReadOnlySpan<byte> block)
    {
        if (!block.StartsWith("HTTP/"u8))
        {
            return null;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        int? status = null;
        for (var at = 0; at < block.Length;)
        {
            var length = block[at..].IndexOf((byte)'\n');
            var line = Encoding.UTF8.GetString(length < 0 ? block[at..] : block.Slice(at, length)).TrimEnd('\r');
            at = length < 0 ? block.Length : at + length + 1;
            if (line.Length == 0)
            {
                return new HttpMessage(status ?? 0, headers, at);
            }

            if (status is null)
            {
                status = Code(line);
            }
            else if (line.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
            {
                headers.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
            }
        }

        // An answer may be nothing but a head, and then lack the empty line.
        return new HttpMessage(status ?? 0, headers, block.Length);
    }

    private static int Code(string line) =>
        line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries) is [_, var code, ..] &&
        int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : 0;
}
