using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Ingest.Queries;

namespace Ingest.Indexer.Search;

/// <summary>What <see cref="SearchResponse.Next"/> carries: the engine's position and a mark of the search that it belongs to.</summary>
internal static class SearchCursor
{
    private const int LongestCursor = 1000;

    public static string Of(SearchRequest request, string position) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Mark(request)} {position}"));

    /// <summary>The position; null when the cursor is damaged or of another search.</summary>
    public static string? Read(SearchRequest request, string cursor)
    {
        if (cursor.Length > LongestCursor || !Base64Url.IsValid(cursor))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        var mark = Mark(request) + ' ';
        return text.StartsWith(mark, StringComparison.Ordinal) && ResultPosition.Read(text[mark.Length..]) is not null ? text[mark.Length..] : null;
    }

    /// <summary>Everything that decides which articles come in which order, and nothing else: a client may change the size of pages.</summary>
    private static string Mark(SearchRequest request)
    {
        var parts = new[]
        {
            request.Query, request.From, request.To, request.Author, request.Source, request.Language, request.Agency, request.Section, request.Sort, request.Duplicates,
        };
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts.Select(part => part?.Trim() ?? ""))));
        return Convert.ToHexStringLower(hash.AsSpan(0, 4));
    }
}
