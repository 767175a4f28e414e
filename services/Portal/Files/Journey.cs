using Ingest.Portal.Layout;
using Ingest.Queries;

namespace Ingest.Portal.Files;

/// <summary>A file's way through the stages, as its row in the ledger tells it.</summary>
internal static class Journey
{
    public static IEnumerable<JourneyStep> Of(FileEntry file)
    {
        yield return new JourneyStep("Discovered", file.DiscoveredAt, null, $"Revision {file.Revision}, {Wording.Size(file.Size)}.");
        if (file.PublishedAt is { } published)
        {
            yield return new JourneyStep(
                file.Attempts > 1 ? "Published again" : "Published",
                published,
                published - file.DiscoveredAt,
                file.Attempts > 1 ? $"Attempt {file.Attempts}; the time is that of the last one." : null);
        }

        if (file.ParsedAt is { } parsed)
        {
            yield return new JourneyStep("Parsed", parsed, parsed - (file.PublishedAt ?? file.DiscoveredAt), Found(file));
        }

        if (file.FinishedAt is { } finished)
        {
            yield return new JourneyStep(
                Wording.State(file.State), finished, finished - (file.ParsedAt ?? file.PublishedAt ?? file.DiscoveredAt), file.Detail);
        }
        else
        {
            yield return new JourneyStep("In flight", null, null, Waiting(file));
        }
    }

    private static string? Found(FileEntry file) => file.ArticleCount is not { } count
        ? null
        : Wording.Count(count, "article", "articles")
            + (file.WarningCount > 0 ? $", {Wording.Number(file.WarningCount)} with a warning." : ".");

    private static string Waiting(FileEntry file) =>
        file.ArticleCount is { } count ? $"{Wording.Number(file.SettledCount)} of {Wording.Number(count)} articles are indexed."
        : file.NextAttemptAt is { } next ? $"The next attempt is at {Wording.Time(next)}."
        : file.PublishedAt is null ? "It waits for its turn."
        : "A parser has it, or will have it next.";
}

/// <summary>One step.</summary>
/// <param name="Name">What happened.</param>
/// <param name="At">When; null for what is still going on.</param>
/// <param name="Took">Time since the step before.</param>
/// <param name="Note">A sentence to it.</param>
internal sealed record JourneyStep(string Name, DateTimeOffset? At, TimeSpan? Took, string? Note);
