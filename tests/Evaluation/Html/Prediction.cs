namespace Ingest.Evaluation.Html;

/// <summary>What a reader made of a page.</summary>
internal sealed record Prediction(string Body, string? Title, string? Day, IReadOnlyList<string> Authors)
{
    public static readonly Prediction Nothing = new("", null, null, []);
}
