namespace Ingest.Contracts;

/// <summary>A day that an article names in relation to its own day.</summary>
public sealed record NamedDay
{
    /// <summary>As written: <c>on Wednesday</c>, <c>gestern</c>.</summary>
    public required string Text { get; init; }

    /// <summary>The day, <c>2025-02-12</c>.</summary>
    public required string Date { get; init; }
}
