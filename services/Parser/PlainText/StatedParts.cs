namespace Ingest.Parser.PlainText;

/// <summary>What is known of an article before its lines are read, when they come from a document.</summary>
/// <param name="Format">For <c>origin</c>.</param>
/// <param name="Title">The headline, when the document's layout told it; it is not among the lines then.</param>
/// <param name="TitleRule">What told it.</param>
internal sealed record StatedParts(string Format, string? Title = null, string TitleRule = "");
