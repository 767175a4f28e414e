using Ingest.Portal.Search;
using Ingest.Queries;
using Microsoft.AspNetCore.Mvc;

namespace Ingest.Portal.Quotes;

/// <summary>The query string of the page of quotes. Forgiving, as the search is.</summary>
public sealed record QuotesInput
{
    /// <summary>Longest name that is passed on.</summary>
    public const int LongestName = 300;

    /// <summary>Words of the quote.</summary>
    [FromQuery(Name = "words")] public string? Words { get; init; }

    /// <summary>Who said it.</summary>
    [FromQuery(Name = "by")] public string? By { get; init; }

    /// <summary>First day.</summary>
    [FromQuery(Name = "from")] public string? From { get; init; }

    /// <summary>Last day.</summary>
    [FromQuery(Name = "to")] public string? To { get; init; }

    /// <summary>Where the page begins.</summary>
    [FromQuery(Name = "cursor")] public string? Cursor { get; init; }

    /// <summary>Whether anything is looked for.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Words) && string.IsNullOrWhiteSpace(By) && SearchInput.Day(From) is null && SearchInput.Day(To) is null;

    /// <summary>What the Indexer is asked.</summary>
    public QuoteRequest ToRequest(int limit) => new()
    {
        Words = SearchInput.Cut(Words, SearchInput.LongestQuery),
        Speaker = SearchInput.Cut(By, LongestName),
        From = SearchInput.Day(From),
        To = SearchInput.Day(To),
        Limit = limit,
        Cursor = string.IsNullOrWhiteSpace(Cursor) ? null : Cursor,
    };

    /// <summary>The address of this list, from its first page on or behind a cursor.</summary>
    public string Url(string? cursor = null)
    {
        var parts = new (string Name, string? Value)[] { ("words", Words), ("by", By), ("from", SearchInput.Day(From)), ("to", SearchInput.Day(To)), ("cursor", cursor) };
        var query = string.Join('&', parts.Where(part => !string.IsNullOrWhiteSpace(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!.Trim())}"));
        return query.Length == 0 ? "/quotes" : "/quotes?" + query;
    }
}
