namespace Ingest.Parser.Documents;

/// <summary>What the readers of documents have in common: paragraphs, and what the document says of itself.</summary>
/// <param name="Format">For <c>origin</c>: <c>docx</c>, <c>rtf</c>, <c>pdf</c> …</param>
/// <param name="Paragraphs">In reading order.</param>
internal sealed record DocumentText(string Format, IReadOnlyList<DocumentParagraph> Paragraphs)
{
    /// <summary>The document's own title property, when it has one.</summary>
    public string? Title { get; init; }

    /// <summary>Its authors by its properties: often whoever owned the program, so the last choice.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>When it was made by its properties, as written.</summary>
    public string? Created { get; init; }

    /// <summary>Its language by its properties.</summary>
    public string? Language { get; init; }

    /// <summary>What is doubtful about the file as a whole.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];
}
