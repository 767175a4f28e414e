namespace Ingest.Evaluation.Html;

/// <summary>A page of a labelled set and what is known about it; null where the set does not say.</summary>
internal sealed record ExpectedPage(string Name, byte[] Bytes)
{
    public string? Body { get; init; }

    public IReadOnlyList<string> With { get; init; } = [];

    public IReadOnlyList<string> Without { get; init; } = [];

    public string? Title { get; init; }

    public string? Day { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];
}
