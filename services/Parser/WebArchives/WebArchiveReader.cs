using Ingest.Parser.Containers;

namespace Ingest.Parser.WebArchives;

/// <summary>
/// Gives the pages of a web archive: answers with success, and resources, whose content may be an article. What else is in it
/// (requests, what was seen before, pictures) is no member; damage is.
/// </summary>
internal sealed class WebArchiveReader(WebRecords records, WalkLimits limits) : IMemberReader
{
    /// <summary>Heads of answers are shorter.</summary>
    private const int LongestHead = 1 << 16;

    private static readonly string[] FetchedBy = ["http://", "https://", "ftp://", "file://"];

    public bool HasPaths => false;

    public bool Next(out Member? member)
    {
        member = null;
        WebRecord? record;
        try
        {
            record = records.Next();
        }
        catch (Exception fault) when (Damage.Is(fault))
        {
            member = new Member("damaged record") { Problem = Damage.Of(fault) };
            return true;
        }

        member = record is null ? null : Page(record);
        records.IsGiven = member is not null;
        return record is not null;
    }

    public void Dispose() => records.Dispose();

    private Member? Page(WebRecord record) => record.Kind switch
    {
        "response" => Answer(record),
        // Crawlers keep their own notes as resources too: metadata://gnu.org/…, urn:pageinfo:…
        "resource" when FetchedBy.Any(scheme => record.Address?.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) == true) => Resource(record, []),
        _ => null,
    };

    private Member? Answer(WebRecord record)
    {
        var head = records.Take(LongestHead);
        if (HttpMessage.Read(head) is not { } message)
        {
            // Of old archives some have bare pages.
            return record.IsArc && !record.Address!.StartsWith("dns:", StringComparison.OrdinalIgnoreCase) ? Resource(record, head) : null;
        }

        var body = head.AsMemory(message.HeadLength);
        var type = message.Headers.GetValueOrDefault("Content-Type");
        return message.Status is >= 200 and < 300 && !body.IsEmpty && NewsContent.Is(type, record.Address, body.Span)
            ? Of(record, type, () => WithProblem(record, Whole(body) is var whole && whole.Problem is null ? HttpBody.Decode(message, whole.Bytes, limits) : whole))
            : null;
    }

    private Member? Resource(WebRecord record, byte[] head)
    {
        head = head.Length > 0 ? head : records.Take(LongestHead);
        return head.Length > 0 && NewsContent.Is(record.ContentType, record.Address, head)
            ? Of(record, record.ContentType, () => WithProblem(record, Whole(head)))
            : null;
    }

    private static Member Of(WebRecord record, string? type, Func<MemberContent> read) =>
        new(MemberName.OfAddress(record.Address is { Length: > 0 } address ? address : "record without an address"))
        {
            Read = read,
            Address = IsAddress(record.Address) ? record.Address!.Replace(" ", "%20", StringComparison.Ordinal) : null,
            Charset = NewsContent.Charset(type),
            Fetched = record.Fetched,
        };

    /// <summary>The body, the rest of which still stands in the archive.</summary>
    private MemberContent Whole(ReadOnlyMemory<byte> head)
    {
        var limit = limits.Options.MaxFileBytes;
        var rest = records.Take(limit + 1 - head.Length);
        return head.Length + rest.Length > limit
            ? new MemberContent(default, MemberBytes.TooLarge(limit))
            : new MemberContent(rest.Length == 0 ? head : (byte[])[.. head.Span, .. rest]);
    }

    private MemberContent WithProblem(WebRecord record, MemberContent content) => content.Problem is not null ? content : content with
    {
        Problem = records.Problem ??
            (record.Truncated is { Length: > 0 } why ? Damage.Of($"The crawler left off before its end ({why}).") : null),
    };

    private static bool IsAddress(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
