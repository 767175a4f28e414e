using Ingest.Parser.Html.Body;

namespace Ingest.Parser.Html;

/// <summary>Whether what was found on a page is an article.</summary>
internal static class PageKinds
{
    private const int LeastBody = 140;

    public static bool IsArticle(string body, string? title) => Prose.Weight(body) >= (title is { Length: > 0 } ? LeastBody : LeastBody * 2);
}
