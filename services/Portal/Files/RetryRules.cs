using Ingest.Queries;

namespace Ingest.Portal.Files;

/// <summary>What may be asked to be tried again.</summary>
internal static class RetryRules
{
    private const int LongestText = 4096;

    /// <summary>A sentence on what is wrong with the request; null when it can go on.</summary>
    public static string? Mistake(RetryRequest request) =>
        request is { State: null, Reason: null, IdOrPath: null } ? "At least one of state, reason and idOrPath must be set."
        : request.State is not (null or FileStates.Rejected or FileStates.Failed or FileStates.InFlight or FileStates.Indexed)
            ? "state must be rejected, failed, inFlight or indexed."
        : request.Limit is < 1 ? "limit must be at least 1."
        : request.Reason?.Length > LongestText || request.IdOrPath?.Length > LongestText ? $"Texts must have at most {LongestText} characters."
        : null;
}
