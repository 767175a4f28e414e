using System.ComponentModel.DataAnnotations;

namespace Ingest.Portal;

/// <summary>What an operator can set about the portal.</summary>
public sealed class PortalOptions
{
    /// <summary>Where it is configured.</summary>
    public const string Section = "Ingest:Portal";

    /// <summary>Hits on a page of search results.</summary>
    [Range(1, 100, ErrorMessage = "Ingest:Portal:HitsPerPage must be 1 to 100.")]
    public int HitsPerPage { get; set; } = 10;

    /// <summary>Files on a page of the ledger.</summary>
    [Range(1, 1000, ErrorMessage = "Ingest:Portal:FilesPerPage must be 1 to 1,000.")]
    public int FilesPerPage { get; set; } = 50;

    /// <summary>Link of a trace with <c>{traceId}</c> in it; traces are shown without a link when it is not set.</summary>
    [RegularExpression(@"https?://.*\{traceId\}.*", ErrorMessage = "Ingest:Portal:TraceViewer must be an http(s) URL with {traceId} in it.")]
    public string? TraceViewer { get; set; }

    /// <summary>The link of one trace; null when there is no viewer or no trace.</summary>
    public string? TraceLink(string? traceId) =>
        TraceViewer is null || traceId is null
            ? null
            : TraceViewer.Replace("{traceId}", Uri.EscapeDataString(traceId), StringComparison.Ordinal);
}
