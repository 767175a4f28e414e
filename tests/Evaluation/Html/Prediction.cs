namespace Ingest.Evaluation.Html;

/// <summary>What a reader made of a page.</summary>
internal sealed record Prediction(string Body, string? Title, string? Day, IReadOnlyList<string> Authors)
{
    /// <summary>The rule that found the day.</summary>
    public string? DayRule { get; init; }

    public static readonly Prediction Nothing = new("", null, null, []);
}
