using Ingest.Queries;
using Microsoft.AspNetCore.Mvc;

namespace Ingest.Portal.Files;

/// <summary>The query string of the files page.</summary>
public sealed record FilesInput
{
    /// <summary>One of <see cref="FileStates"/>; anything else means all.</summary>
    [FromQuery(Name = "state")] public string? State { get; init; }

    /// <summary>Reason code.</summary>
    [FromQuery(Name = "reason")] public string? Reason { get; init; }

    /// <summary>Part of the path.</summary>
    [FromQuery(Name = "path")] public string? Path { get; init; }

    /// <summary>Number of a batch.</summary>
    [FromQuery(Name = "batch")] public string? Batch { get; init; }

    /// <summary>Cursor of the page.</summary>
    [FromQuery(Name = "after")] public string? After { get; init; }

    /// <summary>How many files were just tried again; told once, after the button.</summary>
    [FromQuery(Name = "retried")] public string? Retried { get; init; }

    /// <summary>The state that is used.</summary>
    public string? KnownState => FileStates.All.Contains(State) ? State : null;

    /// <summary>Whether anything limits the list.</summary>
    public bool HasFilter => KnownState is not null || !string.IsNullOrEmpty(Reason) || !string.IsNullOrEmpty(Path) || BatchNumber is not null;

    /// <summary>The batch that is used.</summary>
    public long? BatchNumber => long.TryParse(Batch, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What the Watcher is asked.</summary>
    public FileFilter ToFilter(int pageSize) => new()
    {
        State = KnownState,
        Reason = NullIfEmpty(Reason),
        Path = NullIfEmpty(Path),
        Batch = BatchNumber,
        Order = "newest",
        After = NullIfEmpty(After),
        Limit = pageSize,
    };

    /// <summary>The URL of this list from a cursor on.</summary>
    public string UrlAfter(string? after) => Url(KnownState, Reason, Path, after, batch: BatchNumber);

    /// <summary>The URL of a list.</summary>
    public static string Url(string? state = null, string? reason = null, string? path = null, string? after = null, int? retried = null, long? batch = null)
    {
        var parts = new (string Name, string? Value)[]
        {
            ("state", state), ("reason", reason), ("path", path), ("after", after),
            ("batch", batch?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("retried", retried?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        };
        var query = string.Join('&', parts
            .Where(part => !string.IsNullOrEmpty(part.Value))
            .Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
        return query.Length == 0 ? "/files" : "/files?" + query;
    }

    private static string? NullIfEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
