using System.Text;
using System.Text.Json;
using Ingest.Parser.Json;

namespace Ingest.Parser.Tables.Splitting;

/// <summary>
/// Takes the objects out of a list, of one that stands in an object, or of several, and gives them one behind the other. What
/// stands around the lists is lost, so an object with a list in it is cut only when it is too large to be read whole.
/// </summary>
/// <param name="longestArticle">The limit of an article, in bytes.</param>
/// <param name="insideObjects">Whether the list may stand in an object.</param>
internal sealed class JsonListSplitter(int longestArticle, bool insideObjects) : IRecordSplitter
{
    /// <summary>More in front of the first list is no wrapping.</summary>
    private const int LongestWrapping = 65_536;

    public bool Opens(ReadOnlySpan<byte> head)
    {
        var start = ByteOrderMark.Without(head).TrimStart(" \t\r\n"u8);
        if (!(start is [(byte)'[', ..] || (insideObjects && start is [(byte)'{', ..])))
        {
            return false;
        }

        var scan = new JsonListScan();
        for (var at = 0; at < start.Length; )
        {
            var (kind, from, length) = scan.Next(start[at..]);
            if (kind != JsonListPart.Around)
            {
                return at + from <= LongestWrapping && !IsArticle(start[..(at + from)], scan.Closing);
            }

            at += from + length;
        }

        return false;
    }

    public IEnumerable<ReadOnlyMemory<byte>> Pieces(Stream stream) => JsonListPieces.Of(stream, PieceReader.CutBytes(longestArticle));

    /// <summary>Whether what stands around the list is an article itself, and the list its comments or the like.</summary>
    private static bool IsArticle(ReadOnlySpan<byte> around, string closing)
    {
        if (around is [(byte)'[', ..])
        {
            return false;
        }

        using var document = JsonRepair.Parse((Encoding.UTF8.GetString(around) + closing).AsMemory());
        return document?.RootElement is { ValueKind: JsonValueKind.Object } root && JsonShape.Of([root], null).Map is { IsArticleLike: true, HasText: true };
    }
}
